"""Compares pairs of Python files in a folder, NAME.plain.py and NAME.hostile.py.

Prints the name of each pair of which one is no Python, or of which the code is not the same once
constants, and how many there are in a literal, are left out.
"""

import ast
import pathlib
import sys


class Bare(ast.NodeTransformer):
    """Leaves the kinds of constants, and of literals that hold constants alone only that."""

    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(type(node.value).__name__), node)

    def literal(self, node):
        try:
            ast.literal_eval(node)
        except ValueError:
            return self.generic_visit(node)
        return ast.copy_location(ast.Constant("literal"), node)

    visit_Dict = visit_List = visit_Tuple = literal


def code(path):
    text = path.read_text(encoding="utf-8")
    return ast.dump(Bare().visit(ast.parse(text)))


compared = 0
for plain in sorted(pathlib.Path(sys.argv[1]).glob("*.plain.py")):
    compared += 1
    try:
        same = code(plain) == code(plain.with_name(plain.name.replace(".plain.", ".hostile.")))
    except (SyntaxError, ValueError, UnicodeError) as error:
        same = False
        print("no Python:", error)
    if not same:
        print(plain.name)
print("compared", compared)
