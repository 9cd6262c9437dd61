using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Market;
using Kindred.Core.Patterns;
using Kindred.Core.Standards;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Profiles;

/// <summary>What some conditions amount to. Looking, not proof: nothing is corrected for how many were tried.</summary>
/// <param name="Conditions">What was put together.</param>
/// <param name="Text">The companies in words.</param>
/// <param name="Inside">Rate inside, with a Wilson interval on the effective number of rows.</param>
/// <param name="Rest">Rate of all other rows.</param>
/// <param name="Companies">Companies known today that fit.</param>
/// <param name="Customers">How many of them are customers.</param>
/// <param name="Market">Firms of official statistics, or why there is no figure.</param>
public sealed record TriedConditions(Conjunction Conditions, Wording Text, Rate Inside, Rate Rest, int Companies, int Customers, Result<MarketEstimate> Market);

/// <summary>Tries conditions over the question who buys. Made once for a state of the data, then asked often: 4 conditions over 100,000 rows take a few milliseconds.</summary>
public sealed class ConditionTrial
{
    /// <summary>Most conditions put together.</summary>
    public const int MostConditions = 4;

    private const int MostWords = 60;
    private readonly AsOfTable _buys;
    private readonly Table _companies;
    private readonly Clusters _clusters;
    private readonly ulong[] _positive;
    private readonly bool[] _customers;
    private readonly Dictionary<string, Field> _fields;
    private readonly ProfilePhrases _phrases;

    /// <summary>Gets ready.</summary>
    /// <param name="buys">Who buys.</param>
    /// <param name="companies">Companies as known now.</param>
    /// <param name="customers">Per company whether it is a customer.</param>
    /// <param name="leftOut">Fields that may not become conditions.</param>
    public ConditionTrial(AsOfView buys, Table companies, bool[] customers, IReadOnlySet<string> leftOut)
    {
        ArgumentNullException.ThrowIfNull(buys);
        ArgumentNullException.ThrowIfNull(companies);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(leftOut);
        _buys = buys.Table;
        _companies = companies;
        _customers = customers;
        _clusters = Clusters.From(_buys.Accounts);
        _positive = new ulong[RowBits.WordsFor(_buys.Positive.Length)];
        for (var row = 0; row < _buys.Positive.Length; row++)
        {
            if (_buys.Positive[row] == 1)
            {
                RowBits.Set(_positive, row);
            }
        }

        _fields = _buys.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        _phrases = new ProfilePhrases(_fields);
        Fields = [.. _buys.Fields.Where(field => field.Level == FieldLevel.Company && !leftOut.Contains(field.Name) && companies.Find(field.Name) is not null).Select(Choice).OfType<FieldChoice>()];
    }

    /// <summary>Fields one may choose, in the order of the table.</summary>
    public IReadOnlyList<FieldChoice> Fields { get; }

    /// <summary>Closed deals looked at.</summary>
    public int Rows => _buys.Positive.Length;

    /// <summary>Share of them that was won.</summary>
    public double BaseRate => Rows == 0 ? 0 : (double)RowBits.Count(_positive) / Rows;

    /// <summary>The question in words.</summary>
    public Wording Outcome => _buys.Outcome;

    /// <summary>Looks.</summary>
    public TriedConditions Run(Conjunction conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        var inside = ConditionRows.Of(_buys.Table, conditions);
        var rest = ConditionRows.Everything(Rows);
        for (var word = 0; word < rest.Length; word++)
        {
            rest[word] &= ~inside[word];
        }

        var now = ConditionRows.Of(_companies, conditions);
        var customers = 0;
        for (var company = 0; company < _customers.Length; company++)
        {
            customers += _customers[company] && RowBits.Has(now, company) ? 1 : 0;
        }

        return new TriedConditions(
            conditions, _phrases.Companies(conditions), ClusteredRate.Of(inside, _positive, _clusters), ClusteredRate.Of(rest, _positive, _clusters), RowBits.Count(now), customers, CountProfileMarket.Of(conditions, _fields));
    }

    /// <summary>One condition in words.</summary>
    public Wording Words(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var (label, value) = (_phrases.Label(condition.Field), _phrases.Value(condition));
        return new Wording($"{label.Ko}: {value.Ko}", $"{label.En}: {value.En}");
    }

    private FieldChoice? Choice(Field field)
    {
        switch (_buys.Table.Find(field.Name))
        {
            case TextColumn text:
                var words = Words(field.Name, text);
                return words.Count < 2 ? null : new FieldChoice(field, words, double.NaN, double.NaN, false, text.Separator is not null);
            case NumberColumn number:
                var known = Enumerable.Range(0, number.Length).Select(row => number[row]).Where(value => !double.IsNaN(value)).ToArray();
                return known.Length == 0 || known.Min() >= known.Max() ? null : new FieldChoice(field, [], known.Min(), known.Max(), Array.TrueForAll(known, value => value == Math.Floor(value)), false);
            default:
                return null;
        }
    }

    private static List<WordChoice> Words(string field, TextColumn text)
    {
        var counts = new int[text.Dictionary.Length];
        for (var row = 0; row < text.Length; row++)
        {
            counts[text.Codes[row]]++;
        }

        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 1; code < counts.Length; code++)
        {
            if (!text.IsPlaceholder(code))
            {
                foreach (var tag in ConditionRows.Tags(text, text.Dictionary[code]).Distinct(StringComparer.Ordinal))
                {
                    words[tag] = words.GetValueOrDefault(tag) + counts[code];
                }
            }
        }

        return [.. words.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(MostWords)
            .Select(word => new WordChoice(word.Key, ProfilePhrases.IsIndustry(field) && Sectors.Find(word.Key)?.Label is { } label ? label : Wording.Same(word.Key), word.Value))];
    }
}
