package app.tidings.curation.enrich;

/**
 * One step of enrichment: adds what it can find out to the draft. What it cannot find out it notes as a flag; what it throws
 * is noted as one, and the next step follows.
 */
@FunctionalInterface
interface Enricher {

    void enrich(Draft draft);
}
