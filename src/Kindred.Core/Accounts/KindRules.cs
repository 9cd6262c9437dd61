namespace Kindred.Core.Accounts;

/// <summary>What a table must at least hold to be of a kind, and words of file names that speak for it.</summary>
internal static class KindRules
{
    private static readonly (TableKind Kind, string[] Words)[] FileWords =
    [
        (TableKind.Companies, ["companies", "company", "accounts", "account", "customers", "회사", "고객사", "거래처", "기업"]),
        (TableKind.People, ["contacts", "contact", "people", "persons", "연락처", "담당자"]),
        (TableKind.Leads, ["leads", "lead", "리드", "잠재고객"]),
        (TableKind.Deals, ["deals", "deal", "opportunities", "opportunity", "pipeline", "딜", "영업기회", "수주", "안건"]),
        (TableKind.StageHistory, ["history", "opportunityhistory", "stages", "이력"]),
        (TableKind.Subscriptions, ["subscriptions", "subscription", "contracts", "구독", "계약"]),
        (TableKind.Invoices, ["invoices", "invoice", "payments", "billing", "hometax", "세금계산서", "계산서", "청구"]),
        (TableKind.Usage, ["usage", "events", "product", "사용", "이용", "로그"]),
        (TableKind.Tickets, ["tickets", "ticket", "support", "cases", "문의", "티켓", "상담내역"]),
        (TableKind.Costs, ["costs", "cost", "spend", "budget", "marketing costs", "비용", "지출"]),
        (TableKind.Signals, ["signals", "signal", "news", "triggers", "신호", "시그널"]),
        (TableKind.Headcounts, ["headcount", "headcounts", "head counts", "employee counts", "인원 추이", "인원추이", "직원수"]),
        (TableKind.Technologies, ["technologies", "technology", "techstack", "tech", "builtwith", "기술", "솔루션"]),
        (TableKind.Activities, ["activities", "activity", "campaign", "touches", "meetings", "engagements", "활동", "미팅", "캠페인"]),
        (TableKind.Owners, ["owners", "users", "team", "reps", "영업담당", "직원목록"]),
        (TableKind.DocumentVisits, ["visits", "visit", "docsend", "papermark", "viewers", "열람"]),
        (TableKind.Cancellations, ["churn events", "churn", "cancellations", "cancellation", "해지", "이탈"]),
    ];

    /// <summary>Kinds that can be recognised from headers.</summary>
    public static IEnumerable<TableKind> Kinds => FileWords.Select(entry => entry.Kind);

    /// <summary>3 when the file name bears a word of the kind, else 0.</summary>
    public static double OfFileName(TableKind kind, string name)
    {
        var words = HeaderWords.Words(name);
        return FileWords.First(entry => entry.Kind == kind).Words.Any(word => Standards.Spelling.IndexOfTerm(words, word) >= 0) ? 3.0 : 0.0;
    }

    /// <summary>True when the roles suffice.</summary>
    public static bool Suffices(TableKind kind, IReadOnlySet<ColumnRole> roles, bool stagesEnd, bool nameSaysSo)
    {
        bool Has(params ReadOnlySpan<ColumnRole> any)
        {
            foreach (var role in any)
            {
                if (roles.Contains(role))
                {
                    return true;
                }
            }

            return false;
        }

        var linked = Has(ColumnRole.CompanyKey, ColumnRole.CompanyName, ColumnRole.Domain, ColumnRole.Email, ColumnRole.BusinessNumber, ColumnRole.DealKey, ColumnRole.SubscriptionKey, ColumnRole.PersonKey);
        return kind switch
        {
            TableKind.Companies => Has(ColumnRole.Name, ColumnRole.Key, ColumnRole.Domain, ColumnRole.BusinessNumber) && Has(ColumnRole.Industry, ColumnRole.Employees, ColumnRole.Revenue, ColumnRole.Country, ColumnRole.State, ColumnRole.City, ColumnRole.Domain, ColumnRole.Lifecycle, ColumnRole.Name, ColumnRole.Technologies, ColumnRole.BusinessNumber),
            TableKind.People => Has(ColumnRole.Email, ColumnRole.Name, ColumnRole.FirstName, ColumnRole.LastName),
            TableKind.Leads => Has(ColumnRole.Email, ColumnRole.Name, ColumnRole.CompanyName) && (Has(ColumnRole.IsConverted) || (nameSaysSo && Has(ColumnRole.Status, ColumnRole.Source, ColumnRole.CreatedOn)) || roles.Contains(ColumnRole.Status)),
            TableKind.Deals => (Has(ColumnRole.Stage, ColumnRole.IsWon) || stagesEnd || (Has(ColumnRole.ClosedOn) && Has(ColumnRole.Amount)))
                && (linked || Has(ColumnRole.Key, ColumnRole.Name, ColumnRole.Amount, ColumnRole.ClosedOn, ColumnRole.CreatedOn, ColumnRole.Owner, ColumnRole.Source, ColumnRole.DealType, ColumnRole.Pipeline)),
            TableKind.StageHistory => Has(ColumnRole.DealKey) && Has(ColumnRole.Stage) && Has(ColumnRole.On),
            TableKind.Subscriptions => Has(ColumnRole.StartedOn) && (linked || Has(ColumnRole.Key)),
            TableKind.Invoices => Has(ColumnRole.Amount, ColumnRole.SupplyAmount, ColumnRole.TotalAmount) && Has(ColumnRole.On) && linked,
            TableKind.Usage => Has(ColumnRole.On) && linked && Has(ColumnRole.Feature, ColumnRole.Count),
            TableKind.Tickets => linked && Has(ColumnRole.StartedOn, ColumnRole.Key) && (nameSaysSo || Has(ColumnRole.Priority, ColumnRole.Satisfaction)),
            TableKind.Costs => Has(ColumnRole.Amount) && Has(ColumnRole.On) && !linked,
            TableKind.Signals => Has(ColumnRole.EventKind) && linked && (nameSaysSo || Has(ColumnRole.On)),
            TableKind.Headcounts => Has(ColumnRole.Employees) && Has(ColumnRole.On) && linked && !Has(ColumnRole.Industry, ColumnRole.Revenue, ColumnRole.Country, ColumnRole.Technologies, ColumnRole.Email, ColumnRole.Amount, ColumnRole.Status),
            TableKind.Technologies => Has(ColumnRole.Product) && linked && (nameSaysSo || Has(ColumnRole.Vendor, ColumnRole.TechnologyRole)),
            TableKind.Activities => Has(ColumnRole.EventKind) && Has(ColumnRole.On) && linked,
            TableKind.Owners => Has(ColumnRole.Name) && nameSaysSo,
            TableKind.DocumentVisits => Has(ColumnRole.Document) && linked && Has(ColumnRole.On, ColumnRole.Seconds, ColumnRole.Page),
            TableKind.Cancellations => Has(ColumnRole.On) && linked && (nameSaysSo || Has(ColumnRole.Reason)),
            _ => false,
        };
    }
}
