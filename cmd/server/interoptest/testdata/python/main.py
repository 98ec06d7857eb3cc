"""Asks a server, whose address is the first argument, through the client that
openapi-python-client generated. The second argument is a draft's file."""

import sys
from pathlib import Path

from client import Client
from client.api.checking import check
from client.api.reading import document, documents, organisation, organisations, passage, resolve
from client.api.search import commitments, search, suggest
from client.models import (
    CheckAnswer,
    CommitmentLine,
    DraftForm,
    PassageAnswer,
    PassagesAnswer,
    Problem,
    SearchAnswer,
)
from client.models.commitments_commitment_kind_item import CommitmentsCommitmentKindItem
from client.models.commitments_list import CommitmentsList
from client.models.search_fields_item import SearchFieldsItem
from client.models.search_objective_item import SearchObjectiveItem
from client.models.suggestion_kind import SuggestionKind
from client.types import UNSET, File

api = Client(base_url=sys.argv[1], raise_on_unexpected_status=True)


def find(**asked) -> SearchAnswer:
    answer = search.sync(client=api, q="county lines", **asked)
    assert isinstance(answer, SearchAnswer)
    return answer


first = find(objective=[SearchObjectiveItem("1")])
print(f"county lines: {find().total} passages, {first.total} of them under Objective 1")

one = passage.sync("strategy", "79", client=api)
assert isinstance(one, PassageAnswer)
print(f"{one.id}: {one.label} on page {one.page}, {one.citations['oscola'].text}")
several = passage.sync("strategy", "79-82", client=api)
assert isinstance(several, PassagesAnswer)
print(f"strategy/79-82: {len(several.passages)} passages")
none = passage.sync("strategy", "300", client=api)
assert isinstance(none, Problem)
print(f"strategy/300: {none.status}, nearest {none.nearest}")

result = find(fields=[SearchFieldsItem.ID, SearchFieldsItem.LABEL]).results[0]
print(f"chosen members: {result.id}, {result.label}, {'without text' if result.text is UNSET else 'with text'}")

for o in organisations.sync(client=api).organisations:
    if o.slug == "nca":
        print(f"organisations: {o.slug} is {o.name}")
office = organisation.sync("home-office", client=api)
print(f"organisation home-office: {office.entries[0].id} and {len(office.entries) - 1} entries of the roles page")

strategy, roles = documents.sync(client=api).documents
print(f"documents: {strategy.slug} superseded by {strategy.superseded_by.series}, {roles.slug}")
print("contents of strategy begin with", document.sync("strategy", client=api).contents[0].heading)

laws = commitments.sync(client=api, commitment_kind=[CommitmentsCommitmentKindItem.LEGISLATE]).results
assert all(isinstance(line, CommitmentLine) for line in laws)
if any(line.passage == "strategy/77" for line in laws):
    print("legislate: strategy/77 is among the passages")
if commitments.sync(client=api, list_=CommitmentsList.EXPECTATIONS).results[0].of:
    print("expected of others: somebody")

for s in suggest.sync(client=api, q="prison and prob").suggestions:
    if s.kind == SuggestionKind.ORGANISATION:
        print(f"prison and prob: {s.kind} {s.text}")
print("fn 39:", resolve.sync(client=api, ref="fn 39").passages[0])

with Path(sys.argv[2]).open("rb") as draft:
    form = DraftForm(file=File(payload=draft, file_name="draft.md", mime_type="text/markdown"))
    report = check.sync(client=api, body=form)
assert isinstance(report, CheckAnswer)
print(f"draft: {report.summary.exact} exact of {report.summary.quotations} quotations, reference {report.findings[0].reference.verdict}")
