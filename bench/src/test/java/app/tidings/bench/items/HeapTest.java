package app.tidings.bench.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tidings.local.run.Refusal;
import org.junit.jupiter.api.Test;

class HeapTest {

    @Test
    void addsWhatBothGenerationsHold() {
        var info = """
            4711:
             def new generation   total 78656K, used 6144K [0x00000000c0000000, 0x00000000c5550000, 0x00000000d5550000)
              eden space 69952K,   8% used [0x00000000c0000000, 0x00000000c06d4a50, 0x00000000c4450000)
             tenured generation   total 174784K, used 51200K [0x00000000d5550000, 0x00000000e0000000, 0x0000000100000000)
               the  space 174784K,  29% used [0x00000000d5550000, 0x00000000d8750000, 0x00000000e0000000)
             Metaspace       used 98304K, committed 99000K, reserved 1146880K
            """;

        assertThat(Heap.parse(info)).isEqualTo(56);
    }

    @Test
    void refusesAnotherCollector() {
        assertThatThrownBy(() -> Heap.parse(" garbage-first heap   total 262144K, used 4096K"))
                .isInstanceOf(Refusal.class);
    }
}
