package app.tidings.curation.approval;

import app.tidings.contracts.Manuscript.Part;
import java.util.List;

/** May this issue go out? A refusal is an answer, not an error. */
sealed interface Approval {

    /** It may; the warnings are for the editor to know. */
    record Approved(List<Part> parts, List<Finding> warnings) implements Approval {}

    /** It may not, for at least one of the findings. */
    record Refused(List<Finding> findings) implements Approval {}
}
