using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>One field of a card, ready to judge values: the only place where a value meets a bin.</summary>
internal sealed class PlanField
{
    private readonly (uint Bit, Condition Condition)[] _lines;
    private readonly uint _free;
    private readonly int _missingBin = -1;
    private readonly int _otherBin = -1;
    private readonly double[] _ends = [];
    private readonly int[] _classOfInterval = [];
    private readonly Dictionary<string, int> _classOfWord = new(StringComparer.Ordinal);
    private readonly List<PlanClass> _classes = [];

    internal PlanField(string name, CardAttribute? attribute, IReadOnlyList<CardLine> lines)
    {
        Name = name;
        Attribute = attribute;
        var all = lines.Count == 32 ? uint.MaxValue : (1u << lines.Count) - 1;
        _lines = [.. lines.SelectMany((line, l) => line.Conditions.Conditions.Where(condition => condition.Field == name).Select(condition => (1u << l, condition)))];
        LineBits = _lines.Aggregate(0u, (bits, line) => bits | line.Bit);
        _free = all & ~LineBits;
        IsNumber = attribute?.IsNumber ?? Array.Exists(_lines, line => line.Condition.Op == ConditionOp.Interval);
        for (var bin = 0; bin < (attribute?.Bins.Count ?? 0); bin++)
        {
            _missingBin = attribute!.Bins[bin].Kind == CardBinKind.Missing ? bin : _missingBin;
            _otherBin = attribute.Bins[bin].Kind == CardBinKind.Other ? bin : _otherBin;
        }

        var conditions = (attribute?.Bins.Where(bin => bin.Condition is not null).Select(bin => bin.Condition!) ?? []).Concat(_lines.Select(line => line.Condition)).ToArray();
        UsesTags = Array.Exists(conditions, condition => condition.Op == ConditionOp.HasAny);
        _classes.Add(Missing);
        if (IsNumber)
        {
            // Every end of an interval is a value of the interval below it; infinity stands for what lies above them all.
            _ends = [.. conditions.SelectMany(condition => new[] { condition.Above, condition.UpTo }).Where(double.IsFinite).Distinct().Order()];
            _classOfInterval = [.. _ends.Append(double.PositiveInfinity).Select(end => ClassIndex(Judge(end)))];
        }
        else
        {
            OtherClass = ClassIndex(JudgeWord("", []));
            foreach (var word in conditions.SelectMany(condition => condition.Values).Distinct(StringComparer.Ordinal))
            {
                _classOfWord.Add(word, ClassIndex(Judge(word, null)));
            }

            if (UsesTags)
            {
                // Several tags of a cell may satisfy a bin and the lines at once.
                var tags = _lines.SelectMany(line => line.Condition.Values).Distinct(StringComparer.Ordinal).ToArray();
                foreach (var word in conditions.SelectMany(condition => condition.Values).Distinct(StringComparer.Ordinal))
                {
                    ClassIndex(JudgeWord("", [word, .. tags]));
                }
            }
        }
    }

    internal string Name { get; }

    internal CardAttribute? Attribute { get; }

    /// <summary>Whether its conditions are intervals.</summary>
    internal bool IsNumber { get; }

    /// <summary>True for a question that the learning table had no column for: no file needs to have one, and until somebody answers it is unknown.</summary>
    internal bool IsOnlyAsked => Attribute is { Question: not null } attribute && attribute.Bins.All(bin => bin.Rows == 0);

    /// <summary>Whether a condition asks for one of several tags in a cell.</summary>
    internal bool UsesTags { get; }

    /// <summary>Lines with a condition on this field.</summary>
    internal uint LineBits { get; }

    /// <summary>Classes of values; 0 is missing.</summary>
    internal IReadOnlyList<PlanClass> Classes => _classes;

    /// <summary>Class of a word the card does not know.</summary>
    internal int OtherClass { get; }

    /// <summary>The words the card knows.</summary>
    internal IReadOnlyDictionary<string, int> ClassOfWord => _classOfWord;

    /// <summary>A missing value: its own bin, and no condition of a line holds.</summary>
    internal PlanClass Missing => Of(_missingBin, _free);

    /// <summary>The class of a number; missing for NaN.</summary>
    internal int ClassOf(double value)
    {
        // No interval reaches down to minus infinity itself.
        if (double.IsNaN(value) || double.IsNegativeInfinity(value))
        {
            return 0;
        }

        var i = 0;
        while (i < _ends.Length && value > _ends[i])
        {
            i++;
        }

        return _classOfInterval[i];
    }

    /// <summary>What a number means. In a field of words it means what its conditions say of numbers.</summary>
    internal PlanClass Judge(double value)
    {
        if (double.IsNaN(value))
        {
            return Missing;
        }

        var lines = _free;
        foreach (var (bit, condition) in _lines)
        {
            lines |= ConditionRows.Holds(value, condition) ? bit : 0;
        }

        return Of(Bin(condition => ConditionRows.Holds(value, condition)), lines);
    }

    /// <summary>What a word means; empty is missing.</summary>
    /// <param name="word">As written.</param>
    /// <param name="separator">Between the tags of a multi-value column, or null.</param>
    internal PlanClass Judge(string word, char? separator) => word.Length == 0
        ? Missing
        : JudgeWord(word, separator is { } mark ? word.Split(mark, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [word]);

    private PlanClass JudgeWord(string word, string[] tags)
    {
        bool Holds(Condition condition) => condition.Op switch
        {
            ConditionOp.Interval => false,
            ConditionOp.HasAny => Array.Exists(tags, tag => condition.Values.Contains(tag, StringComparer.Ordinal)),
            _ => condition.Values.Contains(word, StringComparer.Ordinal),
        };

        var lines = _free;
        foreach (var (bit, condition) in _lines)
        {
            lines |= Holds(condition) ? bit : 0;
        }

        return Of(Bin(Holds), lines);
    }

    /// <summary>The first bin whose condition holds; else that for other words; a number outside every interval (only infinities are) counts as missing.</summary>
    private int Bin(Func<Condition, bool> holds)
    {
        for (var bin = 0; bin < (Attribute?.Bins.Count ?? 0); bin++)
        {
            if (Attribute!.Bins[bin].Condition is { } condition && holds(condition))
            {
                return bin;
            }
        }

        return _otherBin >= 0 ? _otherBin : _missingBin;
    }

    private PlanClass Of(int bin, uint lines) => new(bin, bin < 0 ? 0 : Attribute!.Bins[bin].Points, lines);

    private int ClassIndex(PlanClass wanted)
    {
        // Class 0 is for missing values only, also where another value means the same to the card.
        var at = _classes.IndexOf(wanted, 1);
        if (at < 0)
        {
            at = _classes.Count;
            _classes.Add(wanted);
        }

        return at;
    }
}
