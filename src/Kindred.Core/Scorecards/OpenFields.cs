using System.Numerics;

namespace Kindred.Core.Scorecards;

/// <summary>What a set of unknown fields can still add: exact bounds and expectation, lines included. Everything a row's known fields contribute is left out but which lines they leave standing.</summary>
/// <param name="Score">Unknown fields by their missing bin, and all lines.</param>
/// <param name="Expected">In expectation, where a missing bin was not learned.</param>
/// <param name="Low">At least.</param>
/// <param name="High">At most.</param>
internal sealed record OpenEffect(int Score, double Expected, int Low, int High)
{
    /// <summary>Highest expectation that one answer leads to; minus infinity when nothing is unknown.</summary>
    internal double BestAnswer { get; set; } = double.NegativeInfinity;
}

/// <summary>
/// Computes <see cref="OpenEffect"/> once for every combination of unknown fields and standing lines. Fields that share no undecided line add up; those that do are tried out in all combinations of their classes.
/// Keeps what it found: use one instance a thread.
/// </summary>
internal sealed class OpenFields
{
    private readonly CardPlan _plan;
    private readonly OpenField[] _fields;
    private readonly Dictionary<(ulong Unknown, uint Standing), OpenEffect> _known = [];
    private readonly HashSet<(ulong Unknown, uint Standing)> _answered = [];
    private readonly Dictionary<(ulong, uint), (int Low, int High, double Expected)> _tried = [];

    internal OpenFields(CardPlan plan)
    {
        _plan = plan;
        _fields = [.. plan.Fields.Select(field => new OpenField(field))];
    }

    internal OpenField this[int field] => _fields[field];

    /// <summary>The effect of fields not known (bit f = field f) when the known ones leave these lines standing.</summary>
    internal OpenEffect Of(ulong unknown, uint standing)
    {
        var effect = Bare(unknown, standing);
        if (!_answered.Add((unknown, standing)))
        {
            return effect;
        }

        for (var rest = unknown; rest != 0; rest &= rest - 1)
        {
            var field = BitOperations.TrailingZeroCount(rest);
            foreach (var answer in _fields[field].Answers)
            {
                effect.BestAnswer = Math.Max(effect.BestAnswer, After(unknown, standing, field, answer));
            }
        }

        return effect;
    }

    /// <summary>The expectation once one of the unknown fields has a value of that class.</summary>
    internal double After(ulong unknown, uint standing, int field, PlanClass answer) =>
        answer.Points + Bare(unknown & ~(1UL << field), standing & answer.Lines).Expected;

    /// <summary>The same without <see cref="OpenEffect.BestAnswer"/>.</summary>
    internal OpenEffect Bare(ulong unknown, uint standing)
    {
        if (!_known.TryGetValue((unknown, standing), out var effect))
        {
            effect = Compute(unknown, standing);
            _known.Add((unknown, standing), effect);
        }

        return effect;
    }

    private OpenEffect Compute(ulong unknown, uint standing)
    {
        var undecided = Undecided(unknown, standing);
        var settled = _plan.LinePoints(standing, _plan.AllLines & ~undecided);
        int score = settled, low = settled, high = settled;
        double expected = settled;
        ulong entangled = 0;
        for (var rest = unknown; rest != 0; rest &= rest - 1)
        {
            var at = BitOperations.TrailingZeroCount(rest);
            var field = _fields[at];
            score += field.Missing.Points;
            if ((field.LineBits & undecided) != 0)
            {
                entangled |= 1UL << at;
                continue;
            }

            expected += field.ExpectedPoints;
            low += field.Least;
            high += field.Most;
        }

        // A missing value satisfies no condition: an undecided line does not hold.
        score += _plan.LinePoints(0, undecided);
        if (entangled != 0)
        {
            _tried.Clear();
            var (least, most, mean) = Try(entangled, undecided, undecided);
            (low, high, expected) = (low + least, high + most, expected + mean);
        }

        return new OpenEffect(score, expected, low, high);
    }

    private (int Low, int High, double Expected) Try(ulong fields, uint live, uint which)
    {
        if (fields == 0)
        {
            var points = _plan.LinePoints(live, which);
            return (points, points, points);
        }

        if (_tried.TryGetValue((fields, live), out var found))
        {
            return found;
        }

        var field = _fields[BitOperations.TrailingZeroCount(fields)];
        var rest = fields & (fields - 1);
        int low = int.MaxValue, high = int.MinValue;
        var expected = 0.0;
        for (var i = 0; i < field.Answers.Length; i++)
        {
            var (least, most, mean) = Try(rest, live & field.Answers[i].Lines, which);
            low = Math.Min(low, field.Answers[i].Points + least);
            high = Math.Max(high, field.Answers[i].Points + most);
            expected += field.Shares[i] * (field.Answers[i].Points + mean);
        }

        if (field.IsMissingLearned)
        {
            expected = field.Missing.Points + Try(rest, live & field.Missing.Lines, which).Expected;
        }

        return _tried[(fields, live)] = (low, high, expected);
    }

    private uint Undecided(ulong unknown, uint standing)
    {
        uint touched = 0;
        for (var rest = unknown; rest != 0; rest &= rest - 1)
        {
            touched |= _fields[BitOperations.TrailingZeroCount(rest)].LineBits;
        }

        return standing & touched;
    }
}
