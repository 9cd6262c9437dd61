namespace Kindred.Sample.Writing;

/// <summary>The HubSpot-like deals export: names the company always, its id in two of three rows; Korean and English stages; new business and renewals told apart by the pipeline; three columns written after the outcome.</summary>
internal static class DealFile
{
    private static readonly string[] LossReasons = ["Price", "No decision", "Competitor", "Missing feature", "Budget cut", "No response"];

    public static void Write(SampleCompany company, Dictionary<int, long> duplicates, string folder)
    {
        var random = SeededGenerator.ForTopic(company.Options.Seed, "deal file");
        using var file = new CsvOut(folder, "hubspot-deals.csv", CsvOut.WithMark);
        file.Row("Record ID", "Deal Name", "Pipeline", "Deal Stage", "Amount", "Currency", "Create Date", "Close Date", "Deal owner", "Lead source", "Associated Company", "Associated Company IDs",
            "Closed Lost Reason", "contract_sent_date", "onboarding_owner", "final_discount", "Last Activity Date");
        foreach (var deal in company.Deals.Concat(company.Renewals))
        {
            var account = company.Accounts[deal.Account];
            var korean = account.Country == "KR";
            var won = deal.Outcome == SampleOutcome.Won;
            var open = deal.Outcome == SampleOutcome.Open;
            var name = NameForms.In(account, deal.Account, 3);
            var id = duplicates.TryGetValue(deal.Account, out var second) && random.Chance(0.5) ? second : account.RecordId;
            file.Row(CsvOut.Number(deal.RecordId), name + " - " + Title(deal.Kind, korean), Pipeline(deal.Kind), Stage(deal, korean, random), CsvOut.Number(deal.Amount.Major), deal.Amount.Currency,
                CompanyFiles.Minute(deal.Created, random), CompanyFiles.Minute(deal.Closed, random), SampleCompany.Owners[deal.Kind == SampleDealKind.NewBusiness ? deal.Owner : 5 + (deal.Owner % 2)],
                deal.Kind == SampleDealKind.NewBusiness ? Planted.Channels[deal.Channel] : "", name, random.Chance(0.35) ? "" : CsvOut.Number(id),
                deal.Outcome == SampleOutcome.Lost && random.Chance(0.7) ? random.Pick(LossReasons) : "",
                random.Chance(won ? 0.92 : open ? 0.05 : 0.06) ? CsvOut.Day(deal.Closed.AddDays(-random.Between(1, 9))) : "",
                won && random.Chance(0.9) ? SampleCompany.Owners[random.Between(5, 6)] : "",
                random.Chance(won ? 0.85 : 0.10) ? CsvOut.Number(random.Between(0, 5) * 5) + "%" : "",
                CsvOut.Day(open ? company.Options.AsOf.AddDays(-random.Between(0, 20)) : deal.Closed.AddDays(random.Between(0, 3))));
        }
    }

    private static string Title(SampleDealKind kind, bool korean) => (kind, korean) switch
    {
        (SampleDealKind.NewBusiness, true) => "신규 도입",
        (SampleDealKind.NewBusiness, false) => "New Deal",
        (SampleDealKind.Renewal, true) => "갱신",
        (SampleDealKind.Renewal, false) => "Renewal",
        (_, true) => "추가 구매",
        _ => "Expansion",
    };

    private static string Pipeline(SampleDealKind kind) => kind switch { SampleDealKind.NewBusiness => "New Business", SampleDealKind.Renewal => "Renewal", _ => "Expansion" };

    private static string Stage(SampleDeal deal, bool korean, SeededGenerator random) => deal.Outcome switch
    {
        SampleOutcome.Won => korean ? "계약완료" : "Closed Won",
        SampleOutcome.Lost => korean ? "실주" : "Closed Lost",
        _ => korean ? random.Pick<string>(["상담", "제안", "구두합의"]) : random.Pick<string>(["Discovery", "Proposal", "Verbal commit"]),
    };
}
