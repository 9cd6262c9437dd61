using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;

namespace Kindred.Tests.Scorecards;

/// <summary>Cards written by hand or drawn at random, all of them sound.</summary>
internal static class TestCards
{
    /// <summary>Three attributes (a number, words, a multi-value field) and a line; 100 points, 40 rows learned from.</summary>
    public static Scorecard Small(PublishState state = PublishState.Trial, int cut = 70) => new(
        "small", 1, ScorecardMode.Free, state, new Wording("계약했어요", "signed"),
        [Employees(), Industry(), Crm()],
        [new CardLine(new Conjunction([Condition.OneOf("industry", ["software", "fintech"]), Condition.Between("employees", 49, 200)]), false, 15, null, 21.5, 0.001, 12, 9)],
        Logistic(), cut, 40, 15, new DateOnly(2026, 11, 1), 1);

    /// <summary>Points and shares of a template: 30, 25, 25, 20.</summary>
    public static Scorecard Template() => new(
        "template", 1, ScorecardMode.Template, PublishState.Trial, new Wording("계약했어요", "signed"),
        [
            Words("industry", CardCategory.Firmographic, ("software", 15)),
            Words("region", CardCategory.Firmographic, ("seoul", 15)),
            Words("crm", CardCategory.Technology, ("Salesforce", 25)),
            Words("event", CardCategory.Trigger, ("audit", 25)),
            Words("decider", CardCategory.Buyability, ("yes", 20)),
        ],
        [], null, 70, 0, 0, new DateOnly(2026, 11, 1), 1);

    public static CardAttribute Employees() => new("employees", new Wording("직원 수", "employees"), null, true,
        [
            Interval("employees", double.NegativeInfinity, 9, 0, 8, 1), Interval("employees", 9, 49, 10, 8, 2), Interval("employees", 49, 200, 25, 12, 9),
            Interval("employees", 200, double.PositiveInfinity, 5, 6, 1), new CardBin(CardBinKind.Missing, null, 8, 6, 2),
        ],
        CardDirection.Peaked, new Wording("직원이 몇 명인가요?", "How many people work there?"));

    public static CardAttribute Industry() => new("industry", new Wording("업종", "industry"), null, false,
        [
            new CardBin(CardBinKind.Value, Condition.OneOf("industry", ["software", "fintech"]), 20, 20, 11),
            new CardBin(CardBinKind.Value, Condition.Is("industry", "commerce"), 8, 15, 4),
            new CardBin(CardBinKind.Missing, null, 4, 5, 0), new CardBin(CardBinKind.Other, null, 3),
        ]);

    public static CardAttribute Crm() => new("crm", new Wording("쓰는 CRM", "CRM in use"), null, false,
        [
            new CardBin(CardBinKind.Value, Condition.HasAny("crm", ["Salesforce", "HubSpot"]), 40, 14, 11),
            new CardBin(CardBinKind.Value, Condition.Is("crm", "none"), 2, 16, 2),
            new CardBin(CardBinKind.Missing, null, 12), new CardBin(CardBinKind.Other, null, 10, 10, 2),
        ],
        Question: new Wording("지금 쓰는 CRM이 무엇인가요?", "Which CRM do you use?"));

    public static CardAttribute Words(string field, CardCategory? category, params (string Word, int Points)[] bins) => new(field, Wording.Same(field), category, false,
        [.. bins.Select(bin => new CardBin(CardBinKind.Value, Condition.Is(field, bin.Word), bin.Points)), new CardBin(CardBinKind.Missing, null, 0), new CardBin(CardBinKind.Other, null, 0)]);

    public static CardBin Interval(string field, double above, double upTo, int points, int rows = 0, int positives = 0) =>
        new(CardBinKind.Value, Condition.Between(field, above, upTo), points, rows, positives);

    public static CardCalibration Logistic()
    {
        var p = Enumerable.Range(0, 101).Select(score => 1 / (1 + Math.Exp(-(score - 60) / 12.0))).ToArray();
        return new CardCalibration("platt", p, [.. p.Select(value => value * 0.8)], [.. p.Select(value => value + ((1 - value) * 0.2))]);
    }

    /// <summary>A table with one row a lead: employees, industry, crm as written, empty = missing.</summary>
    public static Table Leads(params (double Employees, string? Industry, string? Crm)[] leads)
    {
        var crm = TextColumn.From("crm", [.. leads.Select(lead => lead.Crm)]);
        return new Table("leads", [
            new NumberColumn("employees", [.. leads.Select(lead => lead.Employees)]),
            TextColumn.From("industry", [.. leads.Select(lead => lead.Industry)]),
            new TextColumn("crm", crm.Codes, crm.Dictionary, separator: ';'),
        ]);
    }
}
