"""Has a function of botocore tell of any exception that leaves it, without a line more in any traceback."""

import ast
import dis
import linecache
from types import FunctionType


def telling_of_what_leaves(function, module, left):
    """Has a function tell `left` of any exception that leaves it; its new code, or None where it stays as it is.

    The code is compiled anew from its own source, around which a `try` stands that raises the same again: so each line
    keeps its number.
    """
    name = function.__name__
    for _depth in range(5):  # within its decorators
        inner = [c.cell_contents for c in function.__closure__ or () if isinstance(c.cell_contents, FunctionType)]
        inner = [f for f in inner if f.__name__ == name or f.__code__.co_name == name]
        if not inner:
            break
        function = inner[0]
    old = function.__code__
    lines, first = _source(old, module), old.co_firstlineno
    if old.co_freevars or old.co_name != name or not lines:
        return None
    indented = lines[0][:1].isspace()
    tree = ast.parse(("if 1:\n" if indented else "") + "".join(lines))
    ast.increment_lineno(tree, first - (2 if indented else 1))
    definition = tree.body[0].body[0] if indented else tree.body[0]
    guard = ast.parse("try:\n pass\nexcept Exception as _awsleuth:\n _awsleuth_left(_awsleuth)\n raise").body[0]
    for node in ast.walk(guard):
        if hasattr(node, "lineno"):
            node.lineno = node.end_lineno = definition.lineno
    guard.body = definition.body
    definition.body = [guard]
    code = compile(tree, old.co_filename, "exec", dont_inherit=True)
    while code.co_name != name:
        code = next(c for c in code.co_consts if hasattr(c, "co_code"))
    if hasattr(old, "co_qualname"):
        code = code.replace(co_qualname=old.co_qualname)
    if code.co_freevars or code.co_firstlineno != old.co_firstlineno or code.co_varnames[: code.co_argcount] != old.co_varnames[: old.co_argcount]:
        return None
    vars(module)["_awsleuth_left"] = left
    function.__code__ = code
    return code


def _source(code, module):
    """The lines of a function: all up to one that does not belong to it."""
    lines = linecache.getlines(code.co_filename, vars(module))
    first = code.co_firstlineno - 1
    last = max(_lines_of(code))
    indent = len(lines[first]) - len(lines[first].lstrip())
    end = last
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return lines[first:end]


def _lines_of(code):
    """The numbers of the lines of a code and of all within it."""
    yield from (line or 0 for _offset, line in dis.findlinestarts(code))
    for inner in code.co_consts:
        if hasattr(inner, "co_code"):
            yield from _lines_of(inner)
