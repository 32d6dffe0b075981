package app.tidings.local.prove.point;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plants a call of {@link Passings#pass} at each crash point of a class that is being loaded. */
final class PlantPoints implements ClassFileTransformer {

    private static final ClassDesc PASSINGS = ClassDesc.of("app.tidings.local.prove.point.Passings");
    private static final MethodTypeDesc PASS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    private final List<CrashPoint> points;

    /** A point is known by its place in the list. */
    PlantPoints(List<CrashPoint> points) {
        this.points = List.copyOf(points);
    }

    /** No bytes leave a class as it is. The JVM would go on without the points where this throws, and nothing would be proved: so it ends instead. */
    @Override
    public byte @Nullable [] transform(
            ClassLoader loader,
            String type,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        var here = IntStream.range(0, points.size())
                .filter(i -> points.get(i).internalType().equals(type))
                .boxed()
                .toList();
        if (here.isEmpty()) {
            return null;
        }
        try {
            return planted(loader, bytes, here);
        } catch (RuntimeException | Error e) {
            Passings.giveUp("cannot plant crash points in " + type, e);
            return null;
        }
    }

    private byte[] planted(ClassLoader loader, byte[] bytes, List<Integer> here) {
        var context = ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
        var model = context.parse(bytes);
        here.stream()
                .map(points::get)
                .forEach(point -> problems(point, model).forEach(problem -> {
                    throw new IllegalStateException(problem);
                }));
        ClassTransform transform = (builder, element) -> {
            if (element instanceof MethodModel method && method.code().isPresent()) {
                builder.transformMethod(
                        method,
                        MethodTransform.transformingCode(calls(here.stream()
                                .filter(i -> is(method, points.get(i)))
                                .toList())));
            } else {
                builder.with(element);
            }
        };
        return context.transformClass(model, transform);
    }

    private CodeTransform calls(List<Integer> ofMethod) {
        var before = ofMethod.stream().filter(i -> !points.get(i).isAfter()).toList();
        var after = ofMethod.stream().filter(i -> points.get(i).isAfter()).toList();
        return new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                before.forEach(point -> call(code, point));
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                if (element instanceof ReturnInstruction) {
                    after.forEach(point -> call(code, point));
                }
                code.with(element);
            }
        };
    }

    private static void call(CodeBuilder code, int point) {
        code.loadConstant(point).invokestatic(PASSINGS, "pass", PASS);
    }

    private static boolean is(MethodModel method, CrashPoint point) {
        return method.methodName().equalsString(point.method());
    }

    /** Why the point cannot be planted in that class; empty where it can. */
    static List<String> problems(CrashPoint point, ClassModel model) {
        var problems = new ArrayList<String>();
        var methods = model.methods().stream()
                .filter(method -> is(method, point) && method.code().isPresent())
                .toList();
        if (methods.isEmpty()) {
            problems.add("%s: %s has no method %s".formatted(point.name(), point.type(), point.method()));
        } else if (point.isAfter() && methods.stream().noneMatch(PlantPoints::returns)) {
            problems.add("%s: %s never returns".formatted(point.name(), point.method()));
        }
        return problems;
    }

    private static boolean returns(MethodModel method) {
        return method.code().orElseThrow().elementStream().anyMatch(ReturnInstruction.class::isInstance);
    }
}
