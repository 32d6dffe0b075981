package app.tidings.local.prove.point;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;

/** A main class that loads an empty class under the name of one that has crash points. */
public final class PassNothing {

    private static final String NAME = "app.tidings.notify.sending.SendPage";

    private PassNothing() {}

    /** Takes no arguments. */
    public static void main(String... arguments) {
        new Empty().define();
        System.out.println("it went on");
    }

    private static final class Empty extends ClassLoader {

        void define() {
            var bytes = ClassFile.of().build(ClassDesc.of(NAME), type -> {});
            defineClass(NAME, bytes, 0, bytes.length);
        }
    }
}
