using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>Every refusal of this module.</summary>
internal static class LeadChecks
{
    internal static Reason UnknownField(string subject, string field, IReadOnlyList<string> known) => Of("unknown-field", subject,
        $"점수표에 '{field}'라는 항목은 없어요. 쓸 수 있는 항목: {string.Join(", ", known)}.", $"The card has no field '{field}'. Its fields: {string.Join(", ", known)}.");

    internal static Reason NoSuchLead(string id, int count) => Of("no-such-lead", id,
        $"'{id}'라는 리드가 없어요 (리드 {Format.Grouped(count)}개). 리드 번호, CRM 번호, 도메인, 회사 이름 중 하나를 써 주세요.",
        $"There is no lead '{id}' among {Format.Grouped(count)}. Give its lead id, CRM id, domain or company name.");

    internal static Reason NoLeads(string subject) => Of("no-leads", subject,
        "리드가 없어요. 리드 파일이나 아직 고객이 아닌 회사가 든 파일을 가져와 주세요.", "There are no leads. Import a leads file, or companies that are not customers yet.");

    internal static Reason Share(double share) => Of("explore-share", "--explore",
        $"탐색 비율이 {Format.Number(share)}이에요. 0에서 0.5 사이여야 해요.", $"The share to explore is {Format.Number(share)}; it must lie between 0 and 0.5.");

    internal static Reason Capacity(string owner, int capacity) => Of("capacity", owner,
        $"'{owner}'의 처리량이 {Format.Whole(capacity)}이에요. 0 이상이어야 해요.", $"The capacity of '{owner}' is {Format.Whole(capacity)}; it must be 0 or more.");

    internal static Reason PassReason(string word) => Of("pass-reason", word,
        $"'{word}'은(는) 넘기는 이유로 쓸 수 없어요. 쓸 수 있는 이유: {string.Join(", ", PassReasons.Codes)}.", $"'{word}' is no reason to pass. Reasons: {string.Join(", ", PassReasons.Codes)}.");

    internal static Reason SalesforceId(string id, string why) => Of("salesforce-id", id,
        $"'{id}'은(는) Salesforce 번호가 아니에요({why}). 15자나 18자 번호를 써 주세요. Excel에서 대소문자가 바뀌었을 수 있어요.", $"'{id}' is no Salesforce id ({why}). Ids have 15 or 18 characters; a spreadsheet may have changed capitals.");

    internal static Reason TakenAlready(string lead, string? by, DateTimeOffset since) => Of("taken-already", lead,
        $"'{lead}'은(는) {by ?? "이름 없는 사람"}이(가) {Format.Date(LeadProgress.Day(since))}부터 맡고 있어요. 그 사람이 먼저 넘기면 맡을 수 있어요.",
        $"'{lead}' has been taken by {by ?? "somebody unnamed"} since {Format.Date(LeadProgress.Day(since))}. It can be taken once they pass on it.");

    internal static Reason Answer(string field, string value, string koAllowed, string enAllowed) => Of("answer", field,
        $"'{value}'은(는) '{field}'의 답이 될 수 없어요. 쓸 수 있는 답: {koAllowed}.", $"'{value}' is no answer to '{field}'. Allowed: {enAllowed}.");

    internal static Reason AnswerResidentNumber(string field) => Of("answer-resident-number", field,
        $"'{field}'의 답에 주민등록번호로 보이는 숫자가 있어요. 저장하지 않았어요. 번호를 빼고 다시 적어 주세요.", $"The answer to '{field}' looks like a resident registration number. It was not stored; leave the number out.");

    internal static Reason NoAnswer(string lead, string field, IReadOnlyList<string> given) => Of("no-answer", field,
        $"'{lead}'에는 되돌릴 '{field}' 답이 없어요. 답이 있는 항목: {(given.Count == 0 ? "없음" : string.Join(", ", given))}.", $"'{lead}' has no answer to '{field}' to take back. Answered: {(given.Count == 0 ? "nothing" : string.Join(", ", given))}.");

    internal static Reason CapacityColumns(string file, IReadOnlyList<string> found) => Of("capacities", file,
        $"'{file}'에는 owner와 capacity 열이 있어야 해요. 있는 열: {string.Join(", ", found)}.", $"'{file}' needs the columns owner and capacity. It has: {string.Join(", ", found)}.");

    internal static Reason CapacityRow(string owner, string number, int line, bool isTwice) => Of("capacities", owner,
        isTwice ? $"{Format.Whole(line)}번째 줄: '{owner}'이(가) 두 번 나와요. 한 줄만 남겨 주세요." : $"{Format.Whole(line)}번째 줄: '{owner}'의 처리량 '{number}'은(는) 0 이상의 정수가 아니에요.",
        isTwice ? $"Line {Format.Whole(line)}: '{owner}' stands twice. Leave one line." : $"Line {Format.Whole(line)}: the capacity '{number}' of '{owner}' is no whole number of 0 or more.");

    internal static Reason UnknownOwner(string owner, int line, IReadOnlyCollection<string> known) => Of("unknown-owner", owner,
        $"{Format.Whole(line)}번째 줄: '{owner}'은(는) 리드의 담당자가 아니에요. 담당자: {string.Join(", ", known.Order(StringComparer.Ordinal))}.",
        $"Line {Format.Whole(line)}: '{owner}' owns no lead. Owners: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");

    internal static Reason TimingDays(int days) => Of("timing-days", "--timing-days",
        $"--timing-days가 {Format.Whole(days)}이에요. 1에서 730 사이여야 해요.", $"--timing-days is {Format.Whole(days)}; it must lie between 1 and 730.");

    internal static Reason Of(string code, string subject, string ko, string en) => new("leads." + code, subject, new Wording(ko, en));
}
