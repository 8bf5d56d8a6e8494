"""What pydantic finds wrong in a cell, as a fault with a reason a person understands."""

from typing import Any

from scoring.method_text import MethodError
from storage.tables import Fault


def fault_of(file: str, number: int, error: Any) -> Fault:  # noqa: ANN401 - pydantic's ErrorDetails
    """Return the fault that pydantic found in one cell of a line."""
    column = str(error["loc"][0]) if error["loc"] else ""
    # A whole table in the place of a value is not worth repeating.
    told = error["type"] != "missing" and not isinstance(error["input"], (dict, list))
    value = str(error["input"]) if told else ""
    reason, given = "import-fault-value", dict[str, str]()
    match error["type"]:
        case "missing" | "string_too_short":
            reason = "import-fault-blank"
        case "decimal_parsing" | "decimal_type" | "finite_number":
            reason = "import-fault-number"
        case "number_out_of_reach":
            reason = "import-fault-reach"
        case "literal_error" if column == "value":  # A figure: the words beside it are few.
            reason = "import-fault-number"
        case "int_parsing" | "int_from_float" | "int_type":
            reason = "import-fault-whole"
        case "literal_error":
            reason, given = "import-fault-choice", {"choices": error["ctx"]["expected"]}
        case "date_parsing" | "date_from_datetime_parsing":
            reason = "import-fault-date"
        case "greater_than" | "greater_than_equal" | "less_than" | "less_than_equal":
            ((bound, limit),) = error["ctx"].items()
            reason, given = f"import-fault-{bound}", {"limit": str(limit)}
        case "extra_forbidden":
            reason = "import-fault-column-unknown" if column else "import-fault-overlong"
            given = {"known": "none"} if column else {}
        case "value_error":
            cause = error["ctx"]["error"]
            if isinstance(cause, MethodError):
                reason, given = cause.reason_id, {k: str(v) for k, v in cause.given}
            elif column == "period":
                reason = "import-fault-month"
        case _:
            pass
    return Fault(file, number, column, value, reason, given)
