using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Core.Standards;
using Kindred.Core.Tables;
using Kindred.Statistics.Binning;

namespace Kindred.Core.Success;

/// <summary>Customers at month ends, and customers of now, with what was known of them on the day.</summary>
internal sealed class RiskRows
{
    /// <summary>Days ahead the model looks.</summary>
    public const int Horizon = 90;
    private const int TraitBins = 4;
    private const int MostTags = 12;
    private const double LeastTagShare = 0.05;
    private static readonly string[] Traits = ["industry", "sector", "employees", "country", "capital area", "funding stage"];

    private RiskRows(List<(int Row, DateOnly Day)> rows, byte[] left, int now, IReadOnlyList<RiskField> fields) => (Rows, Left, Now, Fields) = (rows, left, now, fields);

    /// <summary>Customer (row of the panel) and day; labelled rows first, by day, then customers of now.</summary>
    public IReadOnlyList<(int Row, DateOnly Day)> Rows { get; }

    /// <summary>Per labelled row 1 when it left within 90 days.</summary>
    public byte[] Left { get; }

    /// <summary>Customers of now.</summary>
    public int Now { get; }

    /// <summary>Fields over all rows.</summary>
    public IReadOnlyList<RiskField> Fields { get; }

    public static RiskRows Of(CustomerSigns signs)
    {
        var months = signs.Months;
        var rows = new List<(int Row, DateOnly Day)>();
        var left = new List<byte>();
        var last = months.AsOf.AddDays(-Horizon);
        // Month 0 is the opening balance: who was there then has a start nobody knows to be the true one only if the file begins there, which a start day does not say.
        for (var day = new DateOnly(months.Opening.Year, months.Opening.Month, 1).AddMonths(1).AddDays(-1); day <= last; day = day.AddDays(1).AddMonths(1).AddDays(-1))
        {
            for (var row = 0; row < months.Lives.Count; row++)
            {
                var life = months.Lives[row];
                if (life.StartedOn <= day && !(life.EndedOn <= day))
                {
                    rows.Add((row, day));
                    left.Add(life.EndedOn <= day.AddDays(Horizon) ? (byte)1 : (byte)0);
                }
            }
        }

        var now = Enumerable.Range(0, months.Lives.Count).Where(months.IsPaying).ToArray();
        rows.AddRange(now.Select(row => (row, months.AsOf)));
        return new RiskRows(rows, [.. left], now.Length, [.. Behaviour(signs, rows), .. Company(signs, rows)]);
    }

    private static IEnumerable<RiskField> Behaviour(CustomerSigns signs, List<(int Row, DateOnly Day)> rows)
    {
        foreach (var (factor, bounds, words) in Cuts(signs))
        {
            yield return new RiskField(HealthWeights.Id(factor), HealthWeights.Label(factor), Codes(row =>
            {
                var life = signs.Months.Lives[row.Row];
                var figure = signs.Of(factor, life, row.Day);
                return double.IsNaN(figure) ? 0 : 1 + bounds.Count(bound => figure > bound);
            }), [Unknown, .. words], IsFixed: true);
        }

        double[] tenure = [6, 12, 24];
        yield return new RiskField("tenure", new("함께한 기간", "time as a customer"), Codes(row => 1 + tenure.Count(bound => CustomerLife.Between(signs.Months.Lives[row.Row].StartedOn, row.Day) >= bound)),
            [Unknown, new("반년이 안 됐어요", "less than half a year"), new("반년에서 1년", "half a year to a year"), new("1–2년", "one to two years"), new("2년 넘음", "more than two years")], IsFixed: true);
        yield return new RiskField("anniversary", new("계약 기념일", "contract anniversary"), Codes(row => FindRenewals.Next(signs.Months.Lives[row.Row].StartedOn, row.Day).DayNumber - row.Day.DayNumber <= Horizon ? 2 : 1),
            [Unknown, new("90일 안에 없음", "none within 90 days"), new("90일 안", "within 90 days")], IsFixed: true);

        byte[] Codes(Func<(int Row, DateOnly Day), int> code) => [.. rows.Select(row => (byte)code(row))];
    }

    private static IEnumerable<(HealthFactor, double[], Wording[])> Cuts(CustomerSigns signs)
    {
        var (scale, features) = (signs.SatisfactionScale, signs.Use.Features);
        yield return (HealthFactor.UsageTrend, [0, FallEvidence.FallTo, 0.8, 1.1], [new("사용이 끊겼어요", "no use at all"), new("40% 넘게 줄었어요", "down by 40 % or more"), new("20–40% 줄었어요", "down by 20–40 %"), new("비슷해요", "about the same"), new("늘었어요", "up")]);
        yield return (HealthFactor.Breadth, [0.5 * features, features - 0.5], [new("절반 이하", "half of them or fewer"), new("일부", "some"), new("모두", "all of them")]);
        yield return (HealthFactor.Tickets, [0, 0.03, 0.1], [new("없어요", "none"), new("적어요 (좌석당 한 달 0.03건 이하)", "few (up to 0.03 a seat and month)"), new("보통이에요", "some (up to 0.1)"), new("많아요 (0.1건 넘음)", "many (above 0.1)")]);
        yield return (HealthFactor.Payment, [0.7, 0.999], [new("자주 늦어요", "often late"), new("가끔 늦어요", "sometimes late"), new("늘 제때", "always in time")]);
        yield return (HealthFactor.Engagement, [0, 2], [new("없어요", "none"), new("한두 번", "once or twice"), new("세 번 넘게", "three times or more")]);
        yield return (HealthFactor.Survey, [0.5 * scale, 0.8 * scale], [new("낮아요", "low"), new("보통이에요", "middling"), new("높아요", "high")]);
    }

    /// <summary>Traits of the company as known on each row's day.</summary>
    private static IEnumerable<RiskField> Company(CustomerSigns signs, List<(int Row, DateOnly Day)> rows)
    {
        var seats = rows.Select(row => signs.Seats(signs.Months.Lives[row.Row].Account, row.Day)).ToArray();
        yield return Number("seats", new("좌석 수", "seats"), seats, EqualFrequencyBins.PlainEdges(seats, TraitBins));
        var decisions = new DecisionRows();
        foreach (var (row, day) in rows)
        {
            decisions.Add(signs.Months.Lives[row].Account, day, positive: false, -1, -1, -1);
        }

        var view = ViewBuilder.Build(signs.Facts, decisions, "customers", Wording.Same("")).Table;
        // Where the broader industry is a field of its own the narrower one says the same in too many words.
        var hasSector = view.Fields.Any(field => field.Name == "sector");
        foreach (var field in view.Fields.Where(field => (Traits.Contains(field.Name) && !(hasSector && field.Name == "industry")) || field.Name.StartsWith("technology: ", StringComparison.Ordinal)))
        {
            switch (view.Table.Find(field.Name))
            {
                case NumberColumn numbers:
                    yield return Number(field.Name, field.Label, numbers.ToArray(), EqualFrequencyBins.PlainEdges(numbers.ToArray(), TraitBins));
                    break;
                case TextColumn { Separator: null } words:
                    yield return Words(field.Name, field.Label, words.Length, words.TextAt, Enumerable.Range(0, words.Length), MostTags, word => LevelWords.Of(field.Name, word));
                    break;
                case TextColumn { Separator: { } mark } tags:
                    foreach (var tag in Enumerable.Range(0, tags.Length).SelectMany(row => tags.TextAt(row).Split(mark, StringSplitOptions.RemoveEmptyEntries)).CountBy(tag => tag)
                        .Where(pair => pair.Value >= LeastTagShare * tags.Length).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostTags).Select(pair => pair.Key))
                    {
                        yield return new RiskField(field.Name + "=" + tag, new($"{field.Label.Ko} {tag}", $"{field.Label.En} {tag}"), [.. Enumerable.Range(0, tags.Length).Select(row => (byte)(tags.TextAt(row).Split(mark).Contains(tag) ? 2 : 1))],
                            [Unknown, new("안 써요", "not in use"), new("써요", "in use")], IsFixed: false);
                    }

                    break;
            }
        }
    }

    /// <summary>A number as a field of bins.</summary>
    internal static RiskField Number(string id, Wording label, double[] values, double[] edges)
    {
        var levels = new List<Wording> { Unknown };
        for (var bin = 0; bin <= edges.Length; bin++)
        {
            levels.Add(bin == 0 ? edges.Length == 0 ? Wording.Same("") : new($"{Text(edges[0])} 이하", $"up to {Text(edges[0])}") : bin == edges.Length ? new($"{Text(edges[^1])} 초과", $"above {Text(edges[^1])}") : Wording.Same($"{Text(edges[bin - 1])}–{Text(edges[bin])}"));
        }

        return new RiskField(id, label, EqualFrequencyBins.Assign(values, edges), [.. levels], IsFixed: false);

        static string Text(double value) => Format.Grouped(Math.Round(value, 2));
    }

    /// <summary>Words as a field; those the training rows hold most, the others together.</summary>
    internal static RiskField Words(string id, Wording label, int count, Func<int, string> text, IEnumerable<int> train, int most, Func<string, Wording>? said = null)
    {
        var common = train.Select(text).Where(word => word.Length > 0).CountBy(word => word).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most).Select((pair, i) => (pair.Key, i)).ToDictionary(pair => pair.Key, pair => (byte)(pair.i + 1), StringComparer.Ordinal);
        return new RiskField(id, label, [.. Enumerable.Range(0, count).Select(row => text(row) is { Length: > 0 } word ? common.GetValueOrDefault(word, (byte)(common.Count + 1)) : (byte)0)],
            [Unknown, .. common.Keys.Select(said ?? Wording.Same), new("그 밖", "others")], IsFixed: false);
    }

    private static Wording Unknown => new("모름", "unknown");
}
