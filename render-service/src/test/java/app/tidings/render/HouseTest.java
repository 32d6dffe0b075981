package app.tidings.render;

import app.tidings.platform.testing.HouseRules;
import app.tidings.platform.testing.HouseRules.PlugIns;
import org.junit.jupiter.api.Test;

class HouseTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("app.tidings.render", PlugIns.in("app.tidings.render.page")); // one class for each template
    }

    @Test
    void noticesAWayOutPastTheSafeFetcher() {
        HouseRules.checkThatAWayOutIsNoticed("app.tidings.render");
    }
}
