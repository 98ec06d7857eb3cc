"""The rules of the API that its description says in words alone: OpenAPI has no way
to say them of parameters together, or of what a text may be."""

import schemathesis

# Of these the description says: "With list=expectations … the filters of commitments
# themselves are left out".
OF_COMMITMENTS = ("actor", "commitment_kind", "by", "with", "strength", "commitment")

# "No page goes beyond 100,000 results".
MOST_RESULTS = 100_000


# The filters that take any string.
FREE = ("actor", "organisation", "document")


@schemathesis.hook
def map_case(context, case):
    query = case.query
    if not query:
        return case
    as_in_address(query)
    if query.get("list") == "expectations":
        for name in OF_COMMITMENTS:
            for prefix in ("", "all_", "reject_"):
                query.pop(prefix + name, None)
    page, per_page = whole(query.get("page")), whole(query.get("per_page", 20))
    if page and per_page and page * per_page > MOST_RESULTS:
        query["page"] = max(1, MOST_RESULTS // per_page)
    return case


def as_in_address(query):
    """Makes of values what an address makes of them: a list of one is the value itself,
    and whatever a filter that takes any string is given is a string."""
    for name, value in query.items():
        base = name.removeprefix("all_").removeprefix("reject_")
        if base in FREE and not isinstance(value, list):
            query[name] = [str(value)]
        elif base not in FREE and value in ([], [""]):
            query[name] = ""


def whole(value):
    """The number that a parameter is, or None."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


@schemathesis.hook
def filter_case(context, case):
    # Whatever is sent as a text is one: a list or an object, too, by how it is written.
    text = (case.media_type or "").startswith("text/")
    return not (text and case.meta and case.meta.is_negative_at("body"))
