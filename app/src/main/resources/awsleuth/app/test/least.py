def least(shape):
    """The least answer that a response of this shape can be."""
    if shape is None:
        return {}
    if shape.type_name == "structure":
        return {name: least(shape.members[name]) for name in shape.required_members}
    if shape.type_name in ("list", "map"):
        return [] if shape.type_name == "list" else {}
    plain = {"string": "x", "integer": 1, "long": 1, "boolean": True, "blob": b""}
    if shape.type_name == "timestamp":
        return datetime.datetime(2026, 1, 2)
    return shape.enum[0] if getattr(shape, "enum", None) else plain.get(shape.type_name, 1.0)
