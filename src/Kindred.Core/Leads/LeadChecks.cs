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

    internal static Reason Of(string code, string subject, string ko, string en) => new("leads." + code, subject, new Wording(ko, en));
}
