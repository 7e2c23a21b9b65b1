package org.warmhandoff.faults.weave;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AdviceAdapter;
import org.objectweb.asm.commons.GeneratorAdapter;

/** Changes one class file: puts in its points, and the rewrites that name it. */
final class Weaving extends ClassVisitor {

  private static final int API = Opcodes.ASM9;
  private static final String FAIL_POINT = "org/warmhandoff/faults/point/FailPoint";
  private static final String SQL_EXCEPTION = "java/sql/SQLException";

  private final List<Point> points;
  private final List<Rewrite> rewrites;
  private final Set<Object> done;

  private Weaving(ClassVisitor next, List<Point> points, List<Rewrite> rewrites, Set<Object> done) {
    super(API, next);
    this.points = points;
    this.rewrites = rewrites;
    this.done = done;
  }

  /**
   * The changed class.
   *
   * @param done told which points and rewrites found their place
   */
  static byte[] of(byte[] type, List<Point> points, List<Rewrite> rewrites, Set<Object> done) {
    ClassReader reader = new ClassReader(type);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Weaving(writer, points, rewrites, done), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
    boolean hasBody = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    boolean own = (access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC)) == 0;
    if (method == null || !hasBody) {
      return method;
    }
    if (own) {
      for (Rewrite rewrite : rewrites) {
        if (replacesBody(rewrite, name)) {
          done.add(rewrite);
          writeBody(new GeneratorAdapter(method, access, name, descriptor), rewrite, descriptor);
          return null;
        }
      }
    }
    MethodVisitor woven = method;
    for (Rewrite rewrite : rewrites) {
      if (rewrite instanceof Rewrite.Text text) {
        woven = new OtherText(woven, text);
      } else if (rewrite instanceof Rewrite.WithoutCall call && call.method().equals(name)) {
        woven = new LeftOut(woven, call);
      } else if (rewrite instanceof Rewrite.Constant other && other.method().equals(name)) {
        woven = new OtherConstant(woven, other);
      }
    }
    List<Point> here =
        own ? points.stream().filter(p -> p.method().equals(name)).toList() : List.of();
    boolean speaksSql = exceptions != null && List.of(exceptions).contains(SQL_EXCEPTION);
    return here.isEmpty() ? woven : new Reaching(woven, access, name, descriptor, here, speaksSql);
  }

  private static boolean replacesBody(Rewrite rewrite, String method) {
    return switch (rewrite) {
      case Rewrite.Nothing nothing -> nothing.method().equals(method);
      case Rewrite.Says says -> says.method().equals(method);
      case Rewrite.Gives gives -> gives.method().equals(method);
      case Rewrite.Text text -> false;
      case Rewrite.Constant constant -> false;
      case Rewrite.WithoutCall call -> false;
    };
  }

  private static void writeBody(GeneratorAdapter code, Rewrite rewrite, String descriptor) {
    code.visitCode();
    switch (rewrite) {
      case Rewrite.Says says -> code.push(says.answer());
      case Rewrite.Gives gives -> {
        Type type = Type.getObjectType(gives.enumType());
        code.getStatic(type, gives.constant(), type);
      }
      default -> pushNothing(code, Type.getReturnType(descriptor));
    }
    code.returnValue();
    code.endMethod();
  }

  private static void pushNothing(GeneratorAdapter code, Type type) {
    switch (type.getSort()) {
      case Type.VOID -> {}
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> code.push(0);
      case Type.LONG -> code.push(0L);
      case Type.FLOAT -> code.push(0f);
      case Type.DOUBLE -> code.push(0d);
      default -> code.push((String) null);
    }
  }

  /** Calls the point at the method's begin or end. */
  private final class Reaching extends AdviceAdapter {

    private final List<Point> here;
    private final boolean speaksSql;

    Reaching(
        MethodVisitor next,
        int access,
        String name,
        String descriptor,
        List<Point> here,
        boolean speaksSql) {
      super(API, next, access, name, descriptor);
      this.here = here;
      this.speaksSql = speaksSql;
    }

    @Override
    protected void onMethodEnter() {
      reach(Point.Where.ENTER);
    }

    @Override
    protected void onMethodExit(int opcode) {
      if (opcode != Opcodes.ATHROW) {
        reach(Point.Where.EXIT);
      }
    }

    private void reach(Point.Where where) {
      for (Point point : here) {
        if (point.where() == where) {
          done.add(point);
          visitLdcInsn(point.code());
          push(speaksSql);
          visitMethodInsn(
              Opcodes.INVOKESTATIC, FAIL_POINT, "reach", "(Ljava/lang/String;Z)V", false);
        }
      }
    }
  }

  /** Another text where a certain one stands. */
  private final class OtherText extends MethodVisitor {

    private final Rewrite.Text text;

    OtherText(MethodVisitor next, Rewrite.Text text) {
      super(API, next);
      this.text = text;
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof String string && string.contains(text.from())) {
        done.add(text);
        super.visitLdcInsn(string.replace(text.from(), text.to()));
      } else {
        super.visitLdcInsn(value);
      }
    }
  }

  /** Another constant where a certain one is read. */
  private final class OtherConstant extends MethodVisitor {

    private final Rewrite.Constant constant;

    OtherConstant(MethodVisitor next, Rewrite.Constant constant) {
      super(API, next);
      this.constant = constant;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      boolean meant = opcode == Opcodes.GETSTATIC && name.equals(constant.from());
      if (meant) {
        done.add(constant);
      }
      super.visitFieldInsn(opcode, owner, meant ? constant.to() : name, descriptor);
    }
  }

  /** A call that is not made. */
  private final class LeftOut extends MethodVisitor {

    private final Rewrite.WithoutCall call;

    LeftOut(MethodVisitor next, Rewrite.WithoutCall call) {
      super(API, next);
      this.call = call;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (!name.equals(call.called())) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        return;
      }
      done.add(call);
      Type[] arguments = Type.getArgumentTypes(descriptor);
      for (int i = arguments.length - 1; i >= 0; i--) {
        super.visitInsn(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      }
      if (opcode != Opcodes.INVOKESTATIC) {
        super.visitInsn(Opcodes.POP);
      }
      switch (Type.getReturnType(descriptor).getSort()) {
        case Type.VOID -> {}
        case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT ->
            super.visitInsn(call.instead() == 0 ? Opcodes.ICONST_0 : Opcodes.ICONST_1);
        case Type.LONG -> super.visitInsn(Opcodes.LCONST_0);
        default -> super.visitInsn(Opcodes.ACONST_NULL);
      }
    }
  }
}
