package app.tidings.platform.broken;

import com.mongodb.client.MongoDatabase;

record QueriesWithoutACollection(MongoDatabase database) {}
