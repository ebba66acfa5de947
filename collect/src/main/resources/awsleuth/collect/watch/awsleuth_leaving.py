"""Has a function of botocore tell of any exception that leaves it, without a line more in any traceback."""

import ast
import dis
import linecache
from types import FunctionType


MOST_DECORATORS = 5
# It cannot be called where the stack is full.
GUARD = """
try:
    pass
except Exception as _awsleuth:
    try:
        _awsleuth_left(_awsleuth)
    except Exception:
        pass
    raise
"""


def telling_of_what_leaves(functions, name, module, left):
    """Has the first of these that is a function of this module of botocore tell `left` of any exception that leaves it.

    Its code is compiled anew from its own source, around which a `try` stands that raises the same again: so each line
    keeps its number. What the program has put in its place stays as it is. The new code, or None where there is none.
    """
    function = next((own for own in (_own(f, name, module) for f in functions) if own), None)
    if function is None:
        return None
    old = function.__code__
    lines, first = _source(old, module), old.co_firstlineno
    if old.co_freevars or not lines:
        return None
    indented = lines[0][:1].isspace()
    tree = ast.parse(("if 1:\n" if indented else "") + "".join(lines))
    ast.increment_lineno(tree, first - (2 if indented else 1))
    definition = tree.body[0].body[0] if indented else tree.body[0]
    guard = ast.parse(GUARD).body[0]
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
    if not set(old.co_names) <= set(code.co_names):
        return None  # private names of a class, or a source that is another by now
    vars(module)["_awsleuth_left"] = left
    function.__code__ = code
    return code


def _own(function, name, module):
    """The module's own function of this name, within its decorators; None where there is none."""
    for _depth in range(MOST_DECORATORS):
        if type(function) is not FunctionType:  # isinstance asks a mock, which tells what it stands for
            return None
        code = function.__code__
        if code.co_name == name and code.co_filename == module.__file__ and function.__globals__ is vars(module):
            return function
        function = next((f for f in _enclosed(function) if name in (f.__name__, f.__code__.co_name)), None)
    return None


def _enclosed(function):
    for cell in function.__closure__ or ():
        try:
            if type(cell.cell_contents) is FunctionType:
                yield cell.cell_contents
        except ValueError:
            pass  # it is empty yet


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
