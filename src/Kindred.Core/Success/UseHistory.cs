using Kindred.Core.Accounts;

namespace Kindred.Core.Success;

/// <summary>Use of the product by customer and calendar month, as known on any day: only months that are over and that the file covers.</summary>
internal sealed class UseHistory
{
    /// <summary>Months of usual use a month is held against.</summary>
    public const int UsualMonths = 3;
    private const int BreadthMonths = 3;
    private readonly Dictionary<(int Account, int Month), (double Key, double All)> _use = [];
    private readonly Dictionary<(int Account, int Month), HashSet<string>> _features = [];
    private readonly int _first = int.MaxValue;
    private readonly int _last = int.MinValue;

    public UseHistory(AccountFacts facts, string? keyFeature)
    {
        var counted = facts.Usage.Where(one => one.Account >= 0 && one.Count > 0).ToArray();
        KeyFeature = keyFeature ?? counted.Where(one => one.Feature.Length > 0).GroupBy(one => one.Feature, StringComparer.Ordinal)
            .OrderByDescending(group => group.Select(one => (one.Account, one.Month)).Distinct().Count()).ThenByDescending(group => group.Sum(one => one.Count)).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).FirstOrDefault();
        foreach (var one in counted)
        {
            var key = (one.Account, IndexOf(one.Month));
            var (used, all) = _use.GetValueOrDefault(key);
            _use[key] = (used + (KeyFeature is null || one.Feature == KeyFeature ? one.Count : 0), all + one.Count);
            (_features.TryGetValue(key, out var own) ? own : _features[key] = new(StringComparer.Ordinal)).Add(one.Feature);
            (_first, _last) = (Math.Min(_first, key.Item2), Math.Max(_last, key.Item2));
        }

        Features = counted.Select(one => one.Feature).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>The feature whose use is followed; null where the file names none (then all use is).</summary>
    public string? KeyFeature { get; }

    /// <summary>Features anybody uses.</summary>
    public int Features { get; }

    /// <summary>Whether there is a usage file at all.</summary>
    public bool IsKnown => _use.Count > 0;

    /// <summary>Last month somebody used anything, as its first day; null without a file.</summary>
    public DateOnly? Until => IsKnown ? DayOf(_last) : null;

    /// <summary>The last calendar month that is over on a day (the month itself on its last day) and covered by the file; null where the file ends more than a month before.</summary>
    public int? LastMonth(DateOnly day)
    {
        var month = IndexOf(day) - (day.AddDays(1).Day == 1 ? 0 : 1);
        return month >= _first && month <= _last ? month : null;
    }

    /// <summary>Use of the key feature in the last whole month over the mean of the months before; NaN where there are fewer than two of those, or no use to fall from.</summary>
    public double Trend(int account, DateOnly started, DateOnly day)
    {
        if (LastMonth(day) is not { } last)
        {
            return double.NaN;
        }

        var from = Math.Max(Math.Max(IndexOf(started), _first), last - UsualMonths);
        var usual = last - from < 2 ? 0 : Enumerable.Range(from, last - from).Average(month => Key(account, month));
        return usual > 0 ? Key(account, last) / usual : double.NaN;
    }

    /// <summary>Features used in the last three whole months; NaN where unknown.</summary>
    public double Breadth(int account, DateOnly started, DateOnly day)
    {
        if (Features < 2 || LastMonth(day) is not { } last || last < IndexOf(started))
        {
            return double.NaN;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        for (var month = last - BreadthMonths + 1; month <= last; month++)
        {
            used.UnionWith(_features.GetValueOrDefault((account, month)) ?? []);
        }

        return used.Count;
    }

    /// <summary>All use in the last three whole months, a month; NaN where unknown.</summary>
    public double Level(int account, DateOnly started, DateOnly day)
    {
        if (LastMonth(day) is not { } last || last < IndexOf(started))
        {
            return double.NaN;
        }

        var from = Math.Max(IndexOf(started), last - BreadthMonths + 1);
        return Enumerable.Range(from, last - from + 1).Average(month => _use.GetValueOrDefault((account, month)).All);
    }

    /// <summary>True when it used the product before, and not at all in the last whole month and since; false also where that cannot be told.</summary>
    public bool IsSilent(int account, DateOnly started, DateOnly day) =>
        LastMonth(day) is { } last && last > IndexOf(started) && LastUse(account, IndexOf(day)) is { } used && used < last;

    /// <summary>First day of the last month it used anything up to a day; null without any use.</summary>
    public DateOnly? LastUsed(int account, DateOnly day) => LastUse(account, IndexOf(day)) is { } month ? DayOf(month) : null;

    public static DateOnly DayOf(int month) => new(month / 12, (month % 12) + 1, 1);

    public static int IndexOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private int? LastUse(int account, int until)
    {
        for (var month = Math.Min(until, _last); month >= _first; month--)
        {
            if (_use.ContainsKey((account, month)))
            {
                return month;
            }
        }

        return null;
    }

    private double Key(int account, int month) => _use.GetValueOrDefault((account, month)).Key;
}
