namespace Kindred.Core.Accounts;

/// <summary>Puts the quality report together: troubles across files, coverage, and what would help most.</summary>
internal static class QualityFinder
{
    public static QualityReport Run(AccountFacts facts, PlaceRows placer, Findings findings)
    {
        Matching(facts, placer, findings);
        Dates(facts, findings);
        ChurnLabels(facts, findings);
        var coverage = CoverageFinder.Run(facts);
        findings.Add("accounts.coverage-differs", "coverage", coverage.Count(field => field.DiffersByOutcome), coverage.Count,
            "결과에 따라 채워진 정도가 다른 항목이 {0}개 있어요 ({1}개 중). 비어 있음은 조건이 될 수 없으니, 실패한 딜에도 같은 항목을 채워 주세요.",
            "{0} of {1} fields are filled differently by outcome. Being empty is never a condition: fill the same fields for lost deals too.");
        Improvements(facts, coverage, findings);
        return new QualityReport(coverage, [.. findings.Issues.OrderByDescending(issue => (double)issue.Count / Math.Max(1, issue.Total)).ThenBy(issue => issue.Code, StringComparer.Ordinal)]);
    }

    private static void Matching(AccountFacts facts, PlaceRows placer, Findings findings)
    {
        foreach (var placed in facts.Placed.Where(placed => placed.Mapping.Kind == TableKind.Unknown))
        {
            findings.Add("accounts.table-unknown", placed.Source.Name, placed.Source.Table.RowCount, placed.Source.Table.RowCount, "무슨 파일인지 알 수 없어 쓰지 않았어요 ({0}줄). 매핑에서 종류를 정해 주세요.", "This table was not recognised and not used ({0} rows). State its kind in the mapping.");
        }

        var companyTables = facts.Placed.Where(placed => placed.Mapping.Kind == TableKind.Companies).Select(placed => placed.Source.Name).ToHashSet(StringComparer.Ordinal);
        var listed = facts.Placed.Where(placed => companyTables.Contains(placed.Source.Name)).Sum(placed => placed.Accounts.Length);
        findings.Add("accounts.duplicate-companies", "companies", facts.Merges.Count(merge => !merge.IsReview && companyTables.Contains(merge.Table)), listed, "같은 회사로 보여 합친 줄이 {0}줄 있어요 ({1}줄 중). 무엇으로 합쳤는지 볼 수 있어요.", "{0} of {1} company rows were merged into another. The lineage shows by what.");
        findings.Add("accounts.matches-to-review", "companies", facts.Merges.Count(merge => merge.IsReview), facts.Companies.Count, "같은 회사일 수도 있는 짝이 {0}쌍 있어요. 합치지 않았으니 직접 확인해 주세요.", "{0} pairs may be one company. They were not merged; a person should look.");
        var leads = facts.Placed.Where(placed => placed.Mapping.Kind == TableKind.Leads).Select(placed => placed.Source.Name).ToHashSet(StringComparer.Ordinal); // A lead is new to us by its nature.
        foreach (var rate in facts.MatchRates.Where(rate => companyTables.Count > 0 && !companyTables.Contains(rate.Table) && !leads.Contains(rate.Table)))
        {
            findings.Add("accounts.rows-without-company", rate.Table, rate.ByKey.GetValueOrDefault(MatchKey.None), rate.Rows, "회사 파일에서 짝을 찾지 못한 줄이 {0}줄 있어요 ({1}줄 중). 회사 번호나 도메인을 함께 내려받으면 좋아져요.", "{0} of {1} rows found no company in the companies file. Export company ids or domains along with them.");
        }

        findings.Add("accounts.similar-names-cut", "companies", placer.Book.GaveUpOnSimilarNames ? facts.Companies.Count : 0, facts.Companies.Count, "이름이 비슷한 회사를 끝까지 비교하지 못했어요 (회사 {0}곳). 회사 번호나 도메인이 있으면 비교가 필요 없어요.", "There were too many names to compare all of them ({0} companies). With company ids or domains no comparison is needed.");
        foreach (var (field, count) in placer.Book.Conflicts)
        {
            findings.Add("accounts.conflict", field, count, facts.Companies.Count, "같은 회사인데 값이 서로 다른 줄이 {0}줄 있어요. 먼저 나온 값을 썼어요.", "{0} rows contradict what another row says of the same company. The first value was kept.");
        }

        foreach (var (table, links) in placer.Links)
        {
            findings.Add("accounts.number-padded", table, links.Padded, links.Padded, "사업자등록번호 {0}개에서 앞자리 0이 빠져 있어 채웠어요 (엑셀에서 흔한 일이에요).", "{0} business numbers had lost their leading zeros (as Excel does); they were put back.");
            foreach (var (code, count) in links.Refused)
            {
                findings.Add(code, table, count, count, "쓸 수 없는 사업자등록번호가 {0}개 있어요 (" + code + ").", "{0} business numbers cannot be used (" + code + ").");
            }
        }

        var texts = facts.Companies.Count(company => company.IndustryText is not null);
        findings.Add("accounts.industry-unknown", "industry", facts.Companies.Count(company => company.IndustryText is not null && company.Industry is null), texts, "뜻을 알 수 없는 업종이 {0}곳 있어요 ({1}곳 중). 적힌 그대로 썼어요.", "The industry of {0} of {1} companies was not understood. It is used as written.");
        var currencies = facts.Deals.Select(deal => deal.Amount?.Currency).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        findings.Add("accounts.mixed-currencies", "deals", currencies > 1 ? currencies : 0, currencies, "통화가 {0}가지예요. 환율표를 주기 전에는 서로 더하지 않아요.", "There are {0} currencies. They are not added up until a rate table is given.");
    }

    private static void Dates(AccountFacts facts, Findings findings)
    {
        var early = facts.Subscriptions.Count(subscription => subscription.StartedOn < facts.Companies[subscription.Account].CreatedOn);
        var signups = facts.Placed.Any(placed => placed.Mapping.Columns.Any(column => column.Role == ColumnRole.CreatedOn && column.Column.Contains("sign", StringComparison.OrdinalIgnoreCase)));
        findings.Add("accounts.subscription-before-signup", "subscriptions", signups ? early : 0, facts.Subscriptions.Count, "가입하기 전에 시작한 구독이 {0}건 있어요 ({1}건 중).", "{0} of {1} subscriptions start before the signup of their account.");
        findings.Add("accounts.cancellation-before-signup", "cancellations", facts.Cancellations.Count(one => one.On < facts.Companies[one.Account].CreatedOn), facts.Cancellations.Count, "가입하기 전에 해지한 기록이 {0}건 있어요 ({1}건 중).", "{0} of {1} cancellations come before the signup of their account.");
        findings.Add("accounts.future-dates", "deals", facts.Deals.Count(deal => deal.CreatedOn > facts.AsOf || (deal.Outcome != DealOutcome.Open && deal.ClosedOn > facts.AsOf)), facts.Deals.Count, "기준일 뒤의 날짜가 적힌 딜이 {0}건 있어요 ({1}건 중).", "{0} of {1} deals are dated after the as-of day.");
    }

    private static void ChurnLabels(AccountFacts facts, Findings findings)
    {
        if (facts.Cancellations.Count == 0)
        {
            return;
        }

        var left = facts.Cancellations.Select(one => one.Account).ToHashSet();
        foreach (var placed in facts.Placed.Where(placed => placed.Mapping.Kind == TableKind.Companies))
        {
            if (placed.Mapping.Find(ColumnRole.Outcome) is { } name && OutcomeFinder.Find(placed.Source.Table) is { IsChurn: true } outcome && placed.Source.Table.Find(name) is { } column)
            {
                var differ = 0;
                for (var row = 0; row < column.Length; row++)
                {
                    differ += (column.TextAt(row) != outcome.PositiveWord) != left.Contains(placed.Accounts[row]) ? 1 : 0;
                }

                findings.Add("accounts.churn-labels-disagree", placed.Source.Name + ": " + name, differ, column.Length, "해지 표시와 해지 기록이 서로 다른 회사가 {0}곳 있어요 ({1}곳 중). 어느 쪽이 맞는지 정해야 해요.", "For {0} of {1} accounts the churn column and the cancellation events disagree. Decide which is right.");
            }
        }
    }

    private static void Improvements(AccountFacts facts, IReadOnlyList<FieldCoverage> coverage, Findings findings)
    {
        var companies = facts.Companies.Count;
        if (facts.Subscriptions.Count == 0 && facts.Invoices.Count == 0 && facts.Placed.All(placed => placed.Mapping.Kind != TableKind.Wide))
        {
            findings.Add("accounts.improve-billing", "subscriptions", companies, companies, "구독이나 청구 파일을 더하면 누가 남는지도 알 수 있어요.", "Add subscriptions or invoices to learn who stays, not only who buys.");
        }

        foreach (var field in coverage.Where(field => field.Field is "industry" or "employees" && field.Filled * 10 < field.Rows * 6))
        {
            findings.Add("accounts.improve-coverage", field.Field, field.Rows - field.Filled, field.Rows, "'" + field.Field + "'이(가) 빈 곳이 {0}곳이에요 ({1}곳 중). 이 항목을 채우면 결과가 가장 많이 좋아져요.", "'" + field.Field + "' is empty for {0} of {1}. Filling it would improve the result most.");
        }
    }
}
