using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Standards;
using Kindred.Core.Tables;
using Kindred.Statistics.Binning;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Similarity;

namespace Kindred.Core.Success;

/// <summary>The success stories nearest to any company: Gower's distance over company traits, weighted by how far each trait alone tells who stays twelve months.</summary>
public sealed class Lookalikes
{
    /// <summary>Customers of either outcome from which weights are learned.</summary>
    public const int Fewest = 15;

    /// <summary>Share of the weight that must be known of a company before anything is said about it.</summary>
    public const double LeastKnown = 0.5;

    private const int Bins = 5;
    private const int MostNamed = 3;
    private const double AlikeWithin = 0.15;

    /// <summary>Beyond it an amount is no money any more but a slip of the file.</summary>
    private const double MostMoney = 1e15;
    private static readonly string[] Passed = ["technologies", "signals, last 180 days", "city"];
    private readonly GowerDistance _distance;
    private readonly double[][] _values;
    private readonly Column[] _columns;
    private readonly Field[] _fields;

    private Lookalikes(GowerDistance distance, double[][] values, Column[] columns, Field[] fields, IReadOnlyList<TraitWeight> weights, IReadOnlyList<int> stories, int kept, int gone, bool isLearned)
    {
        (_distance, _values, _columns, _fields, Weights, Stories, Kept, Gone, IsLearned) = (distance, values, columns, fields, weights, stories, kept, gone, isLearned);
    }

    /// <summary>Traits by weight, heaviest first.</summary>
    public IReadOnlyList<TraitWeight> Weights { get; }

    /// <summary>Companies whose story is told or could be told.</summary>
    public IReadOnlyList<int> Stories { get; }

    /// <summary>Customers that stayed twelve months, which weights were learned from.</summary>
    public int Kept { get; }

    /// <summary>Customers that did not.</summary>
    public int Gone { get; }

    /// <summary>False where there was too little to learn from, or nothing to learn: then every trait counts the same.</summary>
    public bool IsLearned { get; }

    /// <summary>Prepares the search.</summary>
    /// <param name="facts">Facts.</param>
    /// <param name="companies">Fields of every company as known now; row i is company i.</param>
    /// <param name="fields">Their meaning.</param>
    /// <param name="stories">Stories.</param>
    /// <param name="seed">Of the folds.</param>
    public static Lookalikes Of(AccountFacts facts, Table companies, IReadOnlyList<Field> fields, IReadOnlyList<Story> stories, long seed = 1) => Of(facts, companies, fields, stories, new HashSet<int>(), isWeighted: true, seed);

    /// <summary>The same without the outcome of some companies, or with every trait counting the same: to judge the method.</summary>
    internal static Lookalikes Of(AccountFacts facts, Table companies, IReadOnlyList<Field> fields, IReadOnlyList<Story> stories, IReadOnlySet<int> hidden, bool isWeighted, long seed)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(companies);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(stories);
        var view = AsOfTables.Stays(facts).TryGet(out var stays, out _) ? stays.Table : null;
        Field[] used = [.. fields.Where(field => field.Level == FieldLevel.Company && !Passed.Contains(field.Name) && companies.Find(field.Name) is NumberColumn or TextColumn && (view is null || view.Table.Find(field.Name) is not null))];
        Column[] columns = [.. used.Select(field => companies.Find(field.Name)!)];
        int[] seen = view is null ? [] : [.. Enumerable.Range(0, view.Positive.Length).Where(row => !hidden.Contains(view.Accounts[row]))];
        int kept = seen.Sum(row => view!.Positive[row]), gone = seen.Length - kept;
        var (weights, areas, isLearned) = isWeighted && kept >= Fewest && gone >= Fewest && used.Length > 0 ? Learn(view!, seen, used, seed) : ([.. used.Select(_ => 1.0 / used.Length)], null, false);
        double[] ranges = [.. columns.Select(Range)];
        var values = Enumerable.Range(0, companies.RowCount).Select(row => columns.Select(column => Value(column, row)).ToArray()).ToArray();
        TraitWeight[] named = [.. used.Select((field, i) => new TraitWeight(field.Name, field.Label, weights[i], areas?[i]))];
        return new Lookalikes(new GowerDistance(ranges, weights), values, columns, used, [.. named.OrderByDescending(trait => trait.Weight)], [.. stories.Select(story => story.Account)], kept, gone, isLearned) { _named = named };
    }

    private TraitWeight[] _named = [];

    /// <summary>Stories nearest to a company, nearest first; the company itself never.</summary>
    /// <param name="account">Company index.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<Lookalike> Of(int account, int most = 3)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(account);
        return [.. Stories.Where(story => story != account).Select(story => (Story: story, Near: _distance.Of(_values[account], _values[story]))).Where(pair => pair.Near.Distance is not null)
            .OrderBy(pair => pair.Near.Distance).ThenByDescending(pair => pair.Near.Known).ThenBy(pair => pair.Story).Take(most).Select(pair => Make(account, pair.Story, 1 - pair.Near.Distance!.Value, pair.Near.Known))];
    }

    /// <summary>Why nothing is said about a company: no story, or too little known of it; null where <see cref="Of(int, int)"/> may be shown.</summary>
    /// <param name="account">Company index.</param>
    public Wording? Silence(int account)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(account);
        if (Stories.All(story => story == account))
        {
            return new("아직 견줄 성공 사례가 없어요.", "There is no success story to compare with yet.");
        }

        var known = _named.Where((_, i) => !double.IsNaN(_values[account][i])).Sum(trait => trait.Weight);
        if (known >= LeastKnown)
        {
            return null;
        }

        var missing = _named.Where((trait, i) => trait.Weight > 0 && double.IsNaN(_values[account][i])).OrderByDescending(trait => trait.Weight).Take(MostNamed).ToArray();
        var (have, need) = (Format.Percent(Math.Floor(known * 100) / 100, 0), Format.Percent(LeastKnown, 0));
        return new($"아직 말할 수 없어요. 견줄 특징 가운데 무게로 {have}만 알아요 ({need}부터 말해요)." + (missing.Length > 0 ? $" 먼저 알아낼 것: {string.Join(", ", missing.Select(trait => trait.Label.Ko))}." : ""),
            $"Not enough to say: {have} of what is compared is known, by weight ({need} is needed)." + (missing.Length > 0 ? $" Find out first: {string.Join(", ", missing.Select(trait => trait.Label.En))}." : ""));
    }

    /// <summary>Likeness to the nearest story; null without any.</summary>
    public double? Nearest(int account) => Of(account, 1) is [var nearest] ? nearest.Likeness : null;

    private Lookalike Make(int account, int story, double likeness, double known)
    {
        var pairs = _named.Select((trait, i) => (Trait: trait, Distance: _distance.OfField(i, _values[account][i], _values[story][i]), Words: (Func<int, Wording>)(row => Words(_fields[i], _columns[i], row)))).Where(pair => pair.Distance is not null && pair.Trait.Weight > 0)
            .OrderByDescending(pair => pair.Trait.Weight).Select(pair => (pair.Distance, Pair: new TraitPair(pair.Trait.Label, pair.Words(account), pair.Words(story), pair.Trait.Weight))).ToArray();
        return new Lookalike(story, likeness, known, [.. pairs.Where(pair => pair.Distance <= AlikeWithin).Select(pair => pair.Pair)], [.. pairs.Where(pair => pair.Distance > AlikeWithin).Select(pair => pair.Pair)]);
    }

    private static (double[] Weights, double[]? Areas, bool IsLearned) Learn(AsOfTable view, int[] seen, Field[] used, long seed)
    {
        var cells = new int[used.Length][];
        var counts = new int[used.Length];
        for (var i = 0; i < used.Length; i++)
        {
            var column = view.Table.Find(used[i].Name)!;
            if (column is NumberColumn numbers)
            {
                double[] values = [.. seen.Select(row => numbers[row])];
                var edges = EqualFrequencyBins.PlainEdges(values, Bins);
                cells[i] = [.. EqualFrequencyBins.Assign(values, edges).Select(code => (int)code)];
                counts[i] = edges.Length + 2;
            }
            else
            {
                var text = (TextColumn)column;
                cells[i] = [.. seen.Select(row => text.Codes[row])];
                counts[i] = text.Dictionary.Length;
            }
        }

        return OutcomeWeights.Learn(cells, counts, [.. seen.Select(row => view.Positive[row])], Clusters.From([.. seen.Select(row => view.Accounts[row])]), seed);
    }

    /// <summary>A number on a log scale where it spans more than a hundredfold (head counts, revenue): twice as many is as far anywhere.</summary>
    private static double Value(Column column, int row) => column switch
    {
        NumberColumn numbers when IsWide(numbers) => numbers[row] > 0 ? Math.Log(numbers[row]) : double.NaN,
        NumberColumn numbers => numbers[row],
        TextColumn text => text.IsMissing(row) ? double.NaN : text.Codes[row],
        _ => double.NaN,
    };

    private static double Range(Column column)
    {
        if (column is not NumberColumn numbers)
        {
            return 0;
        }

        double[] values = [.. Enumerable.Range(0, column.Length).Select(row => Value(column, row)).Where(value => !double.IsNaN(value)).Order()];
        var range = values.Length == 0 ? 0 : EqualFrequencyBins.Quantile(values, 0.975) - EqualFrequencyBins.Quantile(values, 0.025);
        return range > 0 ? range : 1;
    }

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<NumberColumn, object> Wide = [];

    private static bool IsWide(NumberColumn column) => (bool)Wide.GetValue(column, own =>
    {
        var known = own.ToArray().Where(value => !double.IsNaN(value)).ToArray();
        return known.Length > 0 && known.Min() > 0 && known.Max() > 100 * known.Min();
    });

    /// <summary>A value as people read it: words of the field, money with its currency, years without grouping.</summary>
    private static Wording Words(Field field, Column column, int row)
    {
        if (column is not NumberColumn numbers)
        {
            return LevelWords.Of(field.Name, column.TextAt(row));
        }

        var value = numbers[row];
        if (field is { Name: "revenue", Unit.En: { Length: 3 } currency } && Math.Abs(value) < MostMoney)
        {
            var money = Money.FromMajor((decimal)value, currency);
            return new(MoneyText.Short(money, Language.Korean), MoneyText.Short(money, Language.English));
        }

        return Wording.Same(field.Name == "founded" ? Format.Fixed(value, 0) : Format.Grouped(value));
    }
}
