package org.warmhandoff.reference;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say in their docstrings, which no class file keeps. */
final class Sources {

  private final Map<String, Type> byName = new LinkedHashMap<>();

  /** A docstring: its body and what it says of each parameter. */
  record Words(String text, Map<String, String> parameters) {
    static final Words NONE = new Words("", Map.of());
  }

  /**
   * A method.
   *
   * @param annotations each as it is written
   */
  record Method(Words words, boolean isVoid, Set<String> annotations) {}

  /**
   * A type.
   *
   * @param components of a record, with whether each may be absent
   * @param constants of an enum, with what is said of each
   */
  record Type(
      String name,
      Words words,
      Map<String, Boolean> components,
      Map<String, String> constants,
      Map<String, Method> methods) {

    String simpleName() {
      return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
  }

  private Sources() {}

  /** Reads every Java file below the folders. */
  static Sources read(List<Path> folders) {
    Sources sources = new Sources();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> paths = new ArrayList<>();
      for (Path folder : folders) {
        try (Stream<Path> found = Files.walk(folder)) {
          found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(paths::add);
        }
      }
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  ignored -> {},
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(paths));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        sources.new Reader(trees, String.valueOf(unit.getPackageName())).scan(unit, null);
      }
      return sources;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A type by its binary name, as {@code org.example.Outer$Inner}. */
  Optional<Type> type(String binaryName) {
    return Optional.ofNullable(byName.get(binaryName));
  }

  /** Types of that simple name. */
  List<Type> named(String simpleName) {
    return byName.values().stream().filter(type -> type.simpleName().equals(simpleName)).toList();
  }

  private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Type> {

    private final DocTrees trees;
    private final String packageName;

    Reader(DocTrees trees, String packageName) {
      this.trees = trees;
      this.packageName = packageName;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Type outer) {
      String name =
          outer == null
              ? packageName + "." + tree.getSimpleName()
              : outer.name() + "$" + tree.getSimpleName();
      Type type =
          new Type(
              name,
              words(getCurrentPath()),
              new LinkedHashMap<>(),
              new LinkedHashMap<>(),
              new LinkedHashMap<>());
      byName.put(name, type);
      for (Tree member : tree.getMembers()) {
        if (member instanceof VariableTree field) {
          field(tree, field, type);
        }
      }
      return super.visitClass(tree, type);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Type type) {
      Tree returned = tree.getReturnType();
      if (type != null && returned != null) {
        Set<String> annotations =
            tree.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        type.methods()
            .put(
                tree.getName().toString(),
                new Method(
                    words(getCurrentPath()), returned.toString().equals("void"), annotations));
      }
      return null;
    }

    private void field(ClassTree owner, VariableTree field, Type type) {
      String name = field.getName().toString();
      if (owner.getKind() == Tree.Kind.ENUM && field.getInitializer() instanceof NewClassTree) {
        type.constants().put(name, words(new TreePath(getCurrentPath(), field)).text());
      } else if (owner.getKind() == Tree.Kind.RECORD
          && !field.getModifiers().getFlags().contains(Modifier.STATIC)
          && !isKept(field)) {
        type.components().put(name, mayBeAbsent(field));
      }
    }

    /** Whether it never leaves the service, so that no reader hears of it. */
    private static boolean isKept(VariableTree field) {
      return field.getModifiers().getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("JsonIgnore"));
    }

    private static boolean mayBeAbsent(VariableTree field) {
      Stream<? extends AnnotationTree> onType =
          field.getType() instanceof AnnotatedTypeTree annotated
              ? annotated.getAnnotations().stream()
              : Stream.empty();
      return Stream.concat(field.getModifiers().getAnnotations().stream(), onType)
          .anyMatch(
              annotation ->
                  annotation.getAnnotationType().toString().equals("Nullable")
                      || annotation.toString().contains("NON_EMPTY"));
    }

    private Words words(TreePath path) {
      DocCommentTree comment = trees.getDocCommentTree(path);
      if (comment == null) {
        return Words.NONE;
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      for (DocTree tag : comment.getBlockTags()) {
        if (tag instanceof ParamTree parameter) {
          parameters.put(parameter.getName().toString(), plain(parameter.getDescription()));
        }
      }
      return new Words(plain(comment.getFullBody()), parameters);
    }

    private static String plain(List<? extends DocTree> words) {
      return words.stream()
          .map(DocTree::toString)
          .collect(Collectors.joining())
          .replaceAll("\\{@code\\s+([^}]*)}", "$1")
          .replaceAll("\\{@link\\s+(?:[\\w.]*#)?(?:[\\w.]*\\.)?(\\w+)[^}]*}", "$1")
          .replaceAll("</?p>", "")
          .replaceAll("\\s+", " ")
          .strip();
    }
  }
}
