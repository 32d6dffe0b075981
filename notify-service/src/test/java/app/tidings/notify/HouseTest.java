package app.tidings.notify;

import app.tidings.platform.testing.HouseRules;
import app.tidings.platform.testing.HouseRules.PlugIns;
import org.junit.jupiter.api.Test;

class HouseTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("app.tidings.notify", PlugIns.in());
    }

    @Test
    void noticesAWayOutPastTheSafeFetcher() {
        HouseRules.checkThatAWayOutIsNoticed("app.tidings.notify");
    }
}
