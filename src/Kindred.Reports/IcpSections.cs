using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Reports.Blocks;
using Kindred.Reports.Charts;

namespace Kindred.Reports;

/// <summary>The sections of the ICP report. A heading is a finding where the pattern held up again, a question elsewhere.</summary>
internal sealed class IcpSections(ProfileDocument document, Language language)
{
    private static readonly Wording ProofMethod = new(
        "χ²로 찾고, 살펴본 모든 조건과 회사 단위 순열로 보정하고, 떼어 둔 딜에서 다시 확인했어요",
        "found by χ², corrected over everything searched by permuting whole accounts, confirmed on deals left out");

    private bool IsSigning => ProfileSentences.IsSigning(document.Outcome);

    private bool Ko => language == Language.Korean;

    private int Deals => document.Outcomes.Positive + document.Outcomes.Negative;

    private double BaseRate => Deals == 0 ? 0 : (double)document.Outcomes.Positive / Deals;

    /// <summary>The four numbers above the fold.</summary>
    public IReadOnlyList<Markup> KeyFigures()
    {
        var figures = new List<KeyFigure>();
        if (document.Core is { } core)
        {
            var rate = core.Honest ?? core.Won;
            figures.Add(new KeyFigure(Of100(rate.Rate), IsSigning ? T("핵심 회사가 계약한 수", "core companies that signed") : T($"핵심: {document.Outcome.Ko}", $"core: {document.Outcome.En}"), $"{Count(core.Won.N)}, {Interval(rate)}"));
            figures.Add(new KeyFigure(Of100(core.WonRest.Rate), IsSigning ? T("나머지 회사가 계약한 수", "of the rest that signed") : T("나머지", "the rest"), Count(core.WonRest.N)));
            if (core is { Kept: { } kept, KeptRest: { } rest })
            {
                figures.Add(new KeyFigure(Of100(kept.Rate), T("1년 뒤에도 고객인 핵심 회사", "core customers still there after a year"), T($"나머지 {Of100(rest.Rate)}", $"the rest: {Of100(rest.Rate)}")));
            }
        }
        else
        {
            figures.Add(new KeyFigure(Format.Grouped(document.Outcomes.Positive), IsSigning ? T("계약한 신규 딜", "new-business deals signed") : document.Outcome.In(language), T($"전체 {Format.Grouped(Deals)} 중", $"of {Format.Grouped(Deals)}")));
            if (document.Power.Count > 1 && document.Power[1].SmallestLift is { } lift)
            {
                figures.Add(new KeyFigure(Format.Fixed(lift, 1) + "×", T("이 데이터로 찾을 수 있었던 가장 작은 차이", "smallest difference this data could have shown"), T("딜의 20%를 차지하는 조건이라면", "for a condition covering 20% of deals")));
            }
        }

        if (document.Market is { Firms: { } firms, Low: { } low, High: { } high })
        {
            figures.Add(new KeyFigure(Format.Grouped(firms), T("미국에 있는 비슷한 회사 (추정)", "such firms in the US (estimate)"), $"{Format.Grouped(low)}–{Format.Grouped(high)}"));
        }

        return [KeyFigure.Row(figures)];
    }

    /// <summary>What to test first.</summary>
    public IEnumerable<ReportSection> Hypotheses()
    {
        if (document.Hypotheses.Count == 0)
        {
            yield break;
        }

        var body = new List<Markup>
        {
            new ForestChart("hypotheses-forest", document.Core is null ? new("먼저 시험할 가설: 찾은 그대로의 비율이라 실제보다 높아 보일 수 있어요", "What to test first: raw rates, which tend to look better than they are") : new("핵심 말고 더 시험해 볼 조건", "What else is worth testing"), [.. document.Hypotheses.Select(Row)], BaseRate, new("전체", "all"), ForestScale.Rate, Provenance()).Render(language),
            Prose.List(document.Hypotheses.Select(hypothesis =>
                T($"{hypothesis.Text.Ko}: {Format.Grouped(hypothesis.Won.N)}건 중 {Format.Grouped(hypothesis.Won.Positives)}건 계약 (나머지 {Of100(hypothesis.WonRest.Rate)}). ", $"{hypothesis.Text.En}: {Format.Grouped(hypothesis.Won.Positives)} of {Format.Grouped(hypothesis.Won.N)} signed (the rest: {Of100(hypothesis.WonRest.Rate)}). ")
                + (hypothesis.MoreDealsNeeded is { } more ? T($"비슷한 딜이 약 {Format.Grouped(more)}건 더 있으면 가릴 수 있어요(추정).", $"About {Format.Grouped(more)} more such deals would settle it (estimate).") : T("가리는 데 필요한 딜 수는 아직 말할 수 없어요.", "How many deals would settle it cannot be said yet."))), numbered: true),
        };
        yield return new ReportSection("hypotheses", document.Core is null ? T("무엇을 먼저 시험할까요?", "What should be tested first?") : T("더 시험해 볼 것이 있을까요?", "Is there more to test?"), body, T("가설", "Hypotheses"));
    }

    /// <summary>The profile as a table.</summary>
    public IEnumerable<ReportSection> Conditions()
    {
        var lines = document.Clauses.Select(clause => new ConditionLine(
            clause.Label.In(language),
            clause.Origin == "unknown" ? T("물어보세요: ", "Ask: ") + clause.Text.In(language) : clause.Text.In(language),
            Origin(clause.Origin),
            clause.Coverage is { } coverage ? T($"딜의 {Format.Percent(coverage, 0)}에서 알 수 있어요", $"known for {Format.Percent(coverage, 0)}") : "",
            clause.Origin == "unknown"));
        var body = new List<Markup> { ConditionTable.Of([T("항목", "Row"), T("조건", "Condition"), T("근거", "Origin"), T("얼마나 아나요", "Coverage")], [.. lines]), Prose.Paragraph(document.Paragraph.In(language)) };
        body.AddRange(document.Lint.Select(warning => Prose.Callout(T("살펴볼 점", "Look at this"), warning.Message.In(language))));
        if (document.Comparisons.Count > 0)
        {
            body.Add(Prose.Heading(T("핵심과 나머지", "Core against the rest")));
            body.Add(new DataTable([T("항목", "Figure"), T("핵심", "Core"), T("나머지", "Rest")], [.. document.Comparisons.Select(Comparison)], 1).Render());
        }

        yield return new ReportSection("profile", document.Core is null ? T("지금까지 아는 고객상은 어떤 모습인가요?", "What is known of the profile so far?") : T($"우리가 집중할 회사: {document.Name.Ko}", $"Our focus: {document.Name.En}"), body, T("고객상", "Profile"));
    }

    /// <summary>Every pattern with its interval.</summary>
    public IEnumerable<ReportSection> Evidence()
    {
        var shown = document.Patterns.Where(pattern => pattern.Status != "hypothesis").Take(12).ToArray();
        if (shown.Length == 0)
        {
            yield break;
        }

        var heading = document.Core is { } core
            ? T($"{core.Text.Ko}는 {Of100((core.Honest ?? core.Won).Rate)}이 계약했어요 (나머지 {Of100(core.WonRest.Rate)})", $"Of {core.Text.En}, {Of100((core.Honest ?? core.Won).Rate)} signed (the rest: {Of100(core.WonRest.Rate)})")
            : T("무엇이 두드러졌나요?", "What stood out?");
        var rows = shown.Select(pattern => (IReadOnlyList<string>)[
            pattern.Text.In(language), Status(pattern.Status), Format.Grouped(pattern.Won.N), Format.Percent((pattern.Honest ?? pattern.Raw).Rate), Interval(pattern.Honest ?? pattern.Raw),
            pattern.Lift is { } lift ? Format.Fixed(lift, 2) + "×" : "–", pattern.AdjustedP < 0.001 ? "< 0.001" : Format.Fixed(pattern.AdjustedP, 3), Format.Percent(pattern.Stability, 0),
            pattern is { PeriodsSame: { } same, PeriodsOf: { } of } ? $"{Format.Whole(same)}/{Format.Whole(of)}" : "–",
            pattern.Confounding.Any(check => check.IsConfounded) ? T("다른 이유일 수 있어요: ", "may be ") + string.Join(", ", pattern.Confounding.Where(check => check.IsConfounded).Select(check => check.Field)) : "",
        ]).ToArray();
        var body = new List<Markup>
        {
            new ForestChart("evidence-forest", new Wording("조건별로 계약한 비율과 95% 구간 (따로 떼어 둔 딜에서 잰 값)", "Share that signed by condition, with 95% intervals (measured on deals left out)"), [.. shown.Select(Row)], BaseRate, new("전체", "all"), ForestScale.Rate, Provenance()).Render(language),
            Prose.Disclosure(T("모든 숫자", "All figures"), new DataTable([T("조건", "Condition"), T("상태", "Status"), "n", T("계약 비율", "Signed"), T("95% 구간", "95% interval"), T("배수", "Lift"), T("보정 p", "Adjusted p"), T("안정성", "Stability"), T("분기", "Quarters"), T("겹치는 이유", "Confounding")], rows, 2).Render()),
        };
        var equivalents = shown.SelectMany(pattern => pattern.Equivalents.Select(equivalent => pattern.Text.In(language) + " = " + equivalent.In(language))).Take(8).ToArray();
        if (equivalents.Length > 0)
        {
            body.Add(Prose.Heading(T("이렇게도 말할 수 있어요", "Also describable as")));
            body.Add(Prose.List(equivalents));
        }

        yield return new ReportSection("evidence", heading, body, T("근거", "Evidence"));
    }

    /// <summary>What is not for us.</summary>
    public IEnumerable<ReportSection> NotForUs()
    {
        if (document.NotForUs.Count == 0)
        {
            yield break;
        }

        yield return new ReportSection("not-for-us", T("어떤 회사는 우리와 맞지 않나요?", "Which companies are not for us?"), [Prose.List(document.NotForUs.Select(line => $"{line.Label.In(language)}: {line.Text.In(language)} [{Origin(line.Origin)}]"))], T("맞지 않는 곳", "Not for us"));
    }

    /// <summary>Companies by state.</summary>
    public IEnumerable<ReportSection> Companies()
    {
        if (document.Core is null)
        {
            yield break;
        }

        var counts = new[] { ("core", GroupKind.Core), ("adjacent", GroupKind.Adjacent), ("regret", GroupKind.Regret), ("anti", GroupKind.Anti), ("outside", GroupKind.Outside) };
        var total = document.Counts.Values.Sum();
        var body = new List<Markup>
        {
            new GroupChart("company-groups", new Wording($"아는 회사 {Format.Grouped(total)}곳 중 핵심 {Format.Grouped(document.Counts.GetValueOrDefault("core"))}곳", $"{Format.Grouped(document.Counts.GetValueOrDefault("core"))} of {Format.Grouped(total)} known companies are core"), [.. counts.Select(count => new GroupCount(count.Item2, document.Counts.GetValueOrDefault(count.Item1)))], new Provenance(new("고객상의 조건과 지금 아는 값을 맞대어 나눴어요", "the profile's conditions against what is known now"), total)).Render(language),
        };
        if (document.Adjacent.Count > 0)
        {
            body.Add(new DataTable([T("무엇이 다른가요", "What differs"), T("회사 수", "Companies")], [.. document.Adjacent.Take(8).Select(line => (IReadOnlyList<string>)[line.Text.In(language), Format.Grouped(line.Companies)])], 1).Render());
        }

        if (document.Recipe is { } recipe)
        {
            body.Add(Prose.Statement(recipe.In(language)));
        }

        body.Add(Prose.Aside(T("회사별 목록은 accounts.csv에, 고객이 아닌 핵심·인접 회사는 targets.csv에 있어요.", "Company by company: accounts.csv. Core and adjacent companies that are not customers: targets.csv.")));
        yield return new ReportSection("companies", T("아는 회사들은 어디에 있나요?", "Where do the companies we know stand?"), body, T("회사", "Companies"));
    }

    /// <summary>Firms in the market.</summary>
    public IEnumerable<ReportSection> Market()
    {
        if (document.Market is not { } market)
        {
            yield break;
        }

        var heading = T("시장에는 몇 곳이나 있나요?", "How many are there?");
        if (market is not { Firms: { } firms, Low: { } low, High: { } high, Year: { } year, Source: { } source })
        {
            yield return new ReportSection("market", heading, [Prose.Paragraph(market.Reason?.In(language) ?? "")], T("시장", "Market"));
            yield break;
        }

        yield return new ReportSection("market", heading,
        [
            new MarketChart("market-firms", new Wording($"조건에 맞는 미국 회사는 약 {Format.Grouped(firms)}곳이에요 ({Format.Grouped(low)}–{Format.Grouped(high)})", $"About {Format.Grouped(firms)} US firms fit ({Format.Grouped(low)}–{Format.Grouped(high)})"), [new MarketRow(document.Name, firms, low, high)], source, new Provenance(new("업종·규모·지역만 세고, 구간 안은 나눠 어림했어요", "industry, size and region only; estimated inside size bands"), firms)).Render(language),
            Prose.List(market.Used.Select(used => T("센 조건: ", "Counted: ") + used.In(language)).Concat(market.Ignored.Select(ignored => T("통계에 없는 조건: ", "Not in the statistic: ") + ignored.In(language))).Concat(market.Notes.Select(note => note.In(language)))),
            Prose.Aside(T("한국 기업 수 통계는 아직 담지 않았어요. 출처와 함께 숫자를 적어 주시면 그대로 보여 드려요.", "No official statistics for Korea are shipped yet; state a figure with its source and it is shown as such.")),
        ], T("시장", "Market"));
    }

    /// <summary>Best customers.</summary>
    public IEnumerable<ReportSection> Customers()
    {
        if (document.Customers.Count == 0)
        {
            yield break;
        }

        var known = document.Customers[0].Figures.Where(figure => document.Customers.Any(customer => customer.Figures.First(other => other.Id == figure.Id).Value is not null)).ToArray();
        var rows = document.Customers.Select(customer => (IReadOnlyList<string>)[
            Format.Whole(customer.Rank), customer.Name + (customer.IsActive ? "" : T(" (떠남)", " (left)")), Format.Fixed(customer.Value, 2), Format.Percent(customer.InTop, 0),
            .. known.Select(figure => customer.Figures.First(other => other.Id == figure.Id).Value is { } value ? Number(figure.Id, value) : "–"),
        ]).ToArray();
        yield return new ReportSection("customers", T("가장 좋은 고객은 누구인가요?", "Who are the best customers?"),
        [
            Prose.Paragraph(T("같은 시기에 시작한 고객끼리 비교한 순위예요. 매출이 가장 큰 곳이 아니라, 계약액·유지·확장·속도·문의를 함께 봐요. 가중치를 바꿔도 상위 10위에 남는 비율을 적었어요.", "Ranked among customers who started at the same time: not the largest revenue but contract value, retention, expansion, speed and support together. The third figure is how often a customer stays in the top ten when the weights are changed.")),
            new DataTable([T("순위", "Rank"), T("고객", "Customer"), T("값", "Value"), T("상위 10 유지", "In top 10"), .. known.Select(figure => figure.Label.In(language) + (figure.Unit.Length == 3 ? $" ({figure.Unit})" : ""))], rows, 2, T($"고객 {Format.Grouped(document.CustomerCount)}곳 중 위 20곳과 아래 5곳", $"The first 20 and last 5 of {Format.Grouped(document.CustomerCount)} customers")).Render(),
        ], T("고객", "Customers"));
    }

    /// <summary>Ten questions for customers.</summary>
    public IEnumerable<ReportSection> Interview()
    {
        var bank = Banks.Shipped["decision-maker-interview"];
        yield return new ReportSection("questions", T("데이터가 모르는 것은 고객에게 물어보세요", "Ask customers what the data does not know"), [Prose.List(bank.Items.Select(item => item.Text.In(language)), numbered: true), Prose.Aside(bank.Title.In(language) + " · " + Banks.Shipped.Note.In(language))], T("질문", "Questions"));
    }

    /// <summary>General knowledge, marked so.</summary>
    public IEnumerable<ReportSection> Knowledge()
    {
        var pieces = new List<Markup>();
        foreach (var id in new[] { "lenses", "stage-expectations", "kpi-map" })
        {
            var bank = Banks.Shipped[id];
            pieces.Add(Prose.Heading(bank.Title.In(language)));
            pieces.Add(Prose.List(bank.Items.Select(item => item.Text.In(language) + (item.Detail is null ? "" : ": " + item.Detail.In(language)))));
        }

        yield return new ReportSection("knowledge", T("일반 지식: 단계별 기대와 결정권자의 지표", "General knowledge: expectations by stage, and what deciders are measured by"), [Prose.Aside(Banks.Shipped.Note.In(language)), Prose.Disclosure(T("펼치기", "Show"), Markup.Join(pieces))], T("일반 지식", "General"));
    }

    /// <summary>The data itself.</summary>
    public IEnumerable<ReportSection> Data()
    {
        var body = new List<Markup>();
        if (document.Coverage.Count > 0)
        {
            body.Add(new CoverageChart("field-coverage", new Wording("조건으로 쓸 수 있는 항목이 딜의 몇 %에서 채워져 있나", "How often the fields that may become conditions are filled"), [.. document.Coverage.Take(20).Select(line => new CoverageRow(line.Label, line.Filled, line.Rows, line.DiffersByOutcome ? new Wording("빈칸이 결과에 따라 달라요: 데이터 문제예요", "missing differs by outcome: a data problem") : null))], 0.6, new Provenance(new("채워진 행의 비율", "share of rows filled"), Deals)).Render(language));
        }

        if (document.Issues.Count > 0)
        {
            body.Add(Prose.Heading(T("살펴볼 문제", "Trouble found")));
            body.Add(new DataTable([T("무엇", "What"), T("몇 건", "Count"), T("전체", "Of")], [.. document.Issues.Take(15).Select(issue => (IReadOnlyList<string>)[issue.Text.In(language), Format.Grouped(issue.Count), Format.Grouped(issue.Total)])], 1).Render());
        }

        if (document.Matching.Count > 0)
        {
            body.Add(Prose.Heading(T("파일마다 회사를 찾은 비율", "Rows that found their company, by file")));
            body.Add(new DataTable([T("파일", "File"), T("행", "Rows"), T("찾은 비율", "Found")], [.. document.Matching.Select(match => (IReadOnlyList<string>)[match.Table, Format.Grouped(match.Rows), Format.Percent(match.Share, 1)])], 1).Render());
        }

        var left = document.Leakage.Concat(document.LeftOut).ToArray();
        if (left.Length > 0)
        {
            body.Add(Prose.Disclosure(T($"쓰지 않은 항목 {Format.Whole(left.Length)}개와 이유", $"{Format.Whole(left.Length)} fields not used, and why"), new DataTable([T("항목", "Field"), T("이유", "Why")], [.. left.Select(line => (IReadOnlyList<string>)[line.Field, line.Reason.In(language)])]).Render()));
        }

        yield return new ReportSection("data", T("데이터는 얼마나 믿을 수 있나요?", "How far can the data be trusted?"), body, T("데이터", "Data"));
    }

    private ForestRow Row(PatternLine pattern)
    {
        var rate = pattern.Honest ?? pattern.Raw;
        var kind = pattern.Role switch { "core" or "buys" => GroupKind.Core, "regret" => GroupKind.Regret, "anti" => GroupKind.Anti, _ => GroupKind.Outside };
        return new ForestRow(pattern.Text, pattern.Won.N, rate.Rate, rate.Low, rate.High, kind, StatusWording(pattern.Status));
    }

    private IReadOnlyList<string> Comparison(Comparison comparison)
    {
        var label = comparison.Label.In(language);
        if (comparison.Missing is { } missing)
        {
            return [label, missing.In(language), ""];
        }

        string Cell(Estimate? estimate) => estimate is null ? "–" : comparison.Id is "conversion" or "kept" or "won-and-kept"
            ? $"{Of100(estimate.Value)} ({Format.Fixed(estimate.Low * 100, 0)}–{Format.Fixed(estimate.High * 100, 0)}, n {Format.Grouped(estimate.Count)})"
            : $"{Format.Grouped(Math.Round(estimate.Value))} {comparison.Unit.In(language)} ({Format.Grouped(Math.Round(estimate.Low))}–{Format.Grouped(Math.Round(estimate.High))}, n {Format.Grouped(estimate.Count)})";
        return [label, Cell(comparison.Core), Cell(comparison.Rest)];
    }

    private Provenance Provenance() => new(ProofMethod, Deals, document.Seed);

    private string Origin(string origin) => origin switch
    {
        "held-up" => T("다시 확인됨", "held up again"),
        "hypothesis" => T("가설", "hypothesis"),
        "stated" => T("우리 팀의 말", "team's statement"),
        _ => T("아직 몰라요", "unknown"),
    };

    private string Status(string status) => StatusWording(status).In(language);

    private static Wording StatusWording(string status) => status switch
    {
        "proven" => new("다시 확인됨", "held up again"),
        "promising" => new("유망함", "promising"),
        _ => new("가설", "hypothesis"),
    };

    private string Of100(double rate) => T($"100곳 중 {ProfileSentences.Of100(rate)}곳", $"{ProfileSentences.Of100(rate)} of 100");

    private string Interval(RateLine rate) => $"{Format.Fixed(rate.Low * 100, 0)}–{Format.Fixed(rate.High * 100, 0)}" + T("곳", "%");

    private string Count(int deals) => T($"{Format.Grouped(deals)}건", $"{Format.Grouped(deals)} deals");

    private static string Number(string id, double value) => id is "retention" or "on-time-payment" or "margin" ? Format.Percent(value, 0) : value >= 1000 ? Format.Grouped(Math.Round(value)) : Format.Fixed(value, value >= 100 ? 0 : 2);

    private string T(string ko, string en) => Ko ? ko : en;
}
