using Kindred.Statistics.Binning;
using Kindred.Statistics.Regression;

namespace Kindred.Statistics.RiskScores;

/// <summary>
/// Whole points for a fitted model: the integers whose score, through the best straight line to log-odds, comes closest to the model's probabilities
/// (least cross-entropy to them, so that shrinkage is kept). Parts (attributes and lines) have a smallest bin of 0 points; the maxima of a group's parts add up exactly to its points.
/// Starts from the scaled coefficients, then coordinate search over single bins and over exchanges of maxima. Seedless and deterministic.
/// </summary>
internal sealed class PointsSearch
{
    private const int Scores = 101;
    private readonly byte[][] _codes;
    private readonly double[][] _beta;
    private readonly int[] _group;
    private readonly int[] _groupPoints;
    private readonly double[] _target;
    private readonly BinShape[] _shapes;
    private readonly int[][] _points;
    private readonly int[] _score;
    private double _intercept;
    private double _slope;

    /// <summary>Prepares a search.</summary>
    /// <param name="codes">Per part the bin of each row.</param>
    /// <param name="beta">Per part and bin the coefficient.</param>
    /// <param name="group">Per part its group.</param>
    /// <param name="groupPoints">Per group its points.</param>
    /// <param name="logOdds">Per row the model's log-odds.</param>
    /// <param name="shapes">Declared shape of the first parts' value bins (all bins but the last two).</param>
    public PointsSearch(byte[][] codes, double[][] beta, int[] group, int[] groupPoints, double[] logOdds, BinShape[] shapes)
    {
        _shapes = shapes;
        _codes = codes;
        _beta = beta;
        _group = group;
        _groupPoints = groupPoints;
        _target = [.. logOdds.Select(CodedLogistic.Sigmoid)];
        _points = [.. beta.Select(part => new int[part.Length])];
        _score = new int[logOdds.Length];
        Start();
        Rescore();
        (_intercept, _slope) = LeastSquares(logOdds);
    }

    /// <summary>The points found: per part and bin.</summary>
    public int[][] Points => _points;

    /// <summary>Log-odds = Intercept + Slope · score in the rows searched.</summary>
    public (double Intercept, double Slope) Line => (_intercept, _slope);

    /// <summary>Searches until no move helps, or for so many rounds.</summary>
    public void Run(int rounds, CancellationToken cancel)
    {
        var loss = Refit(Totals(), precise: true);
        for (var round = 0; round < rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            var before = loss;
            for (var part = 0; part < _points.Length; part++)
            {
                loss = Improve(part, loss);
            }

            loss = Exchange(loss);
            if (before - loss < 1e-7 * before)
            {
                break;
            }
        }
    }

    // Largest remainders: the maxima of a group add up to its points.
    private void Start()
    {
        for (var group = 0; group < _groupPoints.Length; group++)
        {
            var parts = Enumerable.Range(0, _beta.Length).Where(part => _group[part] == group).ToArray();
            var ranges = parts.Select(part => _beta[part].Max() - _beta[part].Min()).ToArray();
            var total = ranges.Sum();
            if (parts.Length == 0)
            {
                continue;
            }

            var exact = ranges.Select(range => total > 0 ? range * _groupPoints[group] / total : (double)_groupPoints[group] / parts.Length).ToArray();
            var whole = exact.Select(value => (int)Math.Floor(value)).ToArray();
            foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - whole[i]).ThenBy(i => i).Take(_groupPoints[group] - whole.Sum()))
            {
                whole[i]++;
            }

            for (var i = 0; i < parts.Length; i++)
            {
                var beta = _beta[parts[i]];
                var least = beta.Min();
                for (var bin = 0; bin < beta.Length; bin++)
                {
                    // A part without any difference gives its points to its first bin: the sum must hold.
                    _points[parts[i]][bin] = ranges[i] > 0 ? (int)Math.Round((beta[bin] - least) / ranges[i] * whole[i]) : bin == 0 ? whole[i] : 0;
                }
            }
        }
    }

    private void Rescore()
    {
        Array.Clear(_score);
        for (var part = 0; part < _points.Length; part++)
        {
            var points = _points[part];
            var codes = _codes[part];
            for (var row = 0; row < _score.Length; row++)
            {
                _score[row] += points[codes[row]];
            }
        }
    }

    // Where Newton's steps start: from far away they would overshoot.
    private (double Intercept, double Slope) LeastSquares(double[] logOdds)
    {
        double meanScore = _score.Average(), meanOdds = logOdds.Average(), products = 0, squares = 0;
        for (var row = 0; row < _score.Length; row++)
        {
            products += (_score[row] - meanScore) * (logOdds[row] - meanOdds);
            squares += (_score[row] - meanScore) * (_score[row] - meanScore);
        }

        var slope = squares > 0 ? products / squares : 0;
        return (meanOdds - slope * meanScore, slope);
    }

    private (double[] Rows, double[] Sum) Totals()
    {
        var rows = new double[Scores];
        var sum = new double[Scores];
        for (var row = 0; row < _score.Length; row++)
        {
            rows[_score[row]]++;
            sum[_score[row]] += _target[row];
        }

        return (rows, sum);
    }

    // Cross-entropy to the model's probabilities at the best intercept and slope; warm from the last.
    private double Refit((double[] Rows, double[] Sum) at, bool precise = false)
    {
        double a = _intercept, b = _slope, loss = 0;
        for (var step = 0; step < (precise ? 30 : 2); step++)
        {
            double g0 = 0, g1 = 0, h00 = 1e-9, h01 = 0, h11 = 1e-9;
            loss = 0;
            for (var s = 0; s < Scores; s++)
            {
                if (at.Rows[s] == 0)
                {
                    continue;
                }

                var odds = a + b * s;
                var p = CodedLogistic.Sigmoid(odds);
                var w = at.Rows[s] * p * (1 - p);
                var r = at.Rows[s] * p - at.Sum[s];
                g0 += r;
                g1 += r * s;
                h00 += w;
                h01 += w * s;
                h11 += w * s * s;
                loss += at.Rows[s] * Math.Log(1 + Math.Exp(odds)) - at.Sum[s] * odds;
            }

            var det = h00 * h11 - h01 * h01;
            if (det <= 1e-12)
            {
                break;
            }

            double moveA = (h11 * g0 - h01 * g1) / det, moveB = (h00 * g1 - h01 * g0) / det;
            a -= moveA;
            b -= moveB;
            // The quadratic's gain is added so that two steps suffice to compare moves.
            loss -= 0.5 * (moveA * g0 + moveB * g1);
            if (Math.Abs(moveA) + 50 * Math.Abs(moveB) < 1e-9)
            {
                break;
            }
        }

        if (precise)
        {
            (_intercept, _slope) = (a, b);
        }

        return loss;
    }

    private (double[] Rows, double[] Sum)[] ByBin(int part)
    {
        var result = new (double[] Rows, double[] Sum)[_points[part].Length];
        for (var bin = 0; bin < result.Length; bin++)
        {
            result[bin] = (new double[Scores], new double[Scores]);
        }

        var codes = _codes[part];
        for (var row = 0; row < codes.Length; row++)
        {
            var (rows, sum) = result[codes[row]];
            rows[_score[row]]++;
            sum[_score[row]] += _target[row];
        }

        return result;
    }

    private double Improve(int part, double loss)
    {
        var totals = Totals();
        var bins = ByBin(part);
        var points = _points[part];
        foreach (var bin in Enumerable.Range(0, points.Length))
        {
            foreach (var step in (int[])[1, -1, 2, -2])
            {
                var next = points[bin] + step;
                if (!Allowed(part, bin, next))
                {
                    continue;
                }

                var moved = Shifted(totals, bins[bin], step);
                var tried = Refit(moved);
                if (tried < loss - 1e-9 * loss)
                {
                    points[bin] = next;
                    totals = moved;
                    bins[bin] = Shift(bins[bin], step);
                    loss = Refit(totals, precise: true);
                    ApplyToRows(part, bin, step);
                    break;
                }
            }
        }

        return loss;
    }

    // One point of maximum from one part to another of its group.
    private double Exchange(double loss)
    {
        for (var giver = 0; giver < _points.Length; giver++)
        {
            for (var taker = 0; taker < _points.Length; taker++)
            {
                if (giver == taker || _group[giver] != _group[taker] || _points[giver].Max() < 2)
                {
                    continue;
                }

                var saved = (_points[giver].ToArray(), _points[taker].ToArray());
                var scores = (int[])_score.Clone();
                Scale(giver, _points[giver].Max() - 1);
                Scale(taker, _points[taker].Max() + 1);
                var tried = Refit(Totals());
                if (tried < loss - 1e-8 * loss)
                {
                    loss = Refit(Totals(), precise: true);
                }
                else
                {
                    saved.Item1.CopyTo(_points[giver], 0);
                    saved.Item2.CopyTo(_points[taker], 0);
                    scores.CopyTo(_score, 0);
                }
            }
        }

        return loss;
    }

    private void Scale(int part, int maximum)
    {
        var points = _points[part];
        var before = points.ToArray();
        var top = before.Max();
        for (var bin = 0; bin < points.Length; bin++)
        {
            points[bin] = before[bin] == top ? maximum : Math.Min(maximum, (int)Math.Round((double)before[bin] * maximum / Math.Max(1, top)));
        }

        var codes = _codes[part];
        for (var row = 0; row < codes.Length; row++)
        {
            _score[row] += points[codes[row]] - before[codes[row]];
        }
    }

    // Single moves keep the part's maximum and its 0, and the order of the coefficients.
    private bool Allowed(int part, int bin, int next)
    {
        var points = _points[part];
        var top = points.Max();
        if (next < 0 || next > top)
        {
            return false;
        }

        var others = Enumerable.Range(0, points.Length).Where(other => other != bin);
        if (!others.Any(other => points[other] == top) && next != top)
        {
            return false;
        }

        if (!others.Any(other => points[other] == 0) && next != 0)
        {
            return false;
        }

        if (part < _shapes.Length && _shapes[part] != BinShape.Any && bin < points.Length - 2)
        {
            var moved = points[..^2];
            moved[bin] = next;
            if (!BinShapes.Holds(moved, _shapes[part]))
            {
                return false;
            }
        }

        var beta = _beta[part];
        return others.All(other => beta[other] > beta[bin] ? points[other] >= next : beta[other] >= beta[bin] || points[other] <= next);
    }

    private void ApplyToRows(int part, int bin, int step)
    {
        var codes = _codes[part];
        for (var row = 0; row < codes.Length; row++)
        {
            _score[row] += codes[row] == bin ? step : 0;
        }
    }

    private static (double[] Rows, double[] Sum) Shift((double[] Rows, double[] Sum) from, int step)
    {
        var rows = new double[Scores];
        var sum = new double[Scores];
        for (var s = 0; s < Scores; s++)
        {
            if (from.Rows[s] > 0)
            {
                rows[s + step] = from.Rows[s];
                sum[s + step] = from.Sum[s];
            }
        }

        return (rows, sum);
    }

    private static (double[] Rows, double[] Sum) Shifted((double[] Rows, double[] Sum) totals, (double[] Rows, double[] Sum) bin, int step)
    {
        var rows = (double[])totals.Rows.Clone();
        var sum = (double[])totals.Sum.Clone();
        for (var s = 0; s < Scores; s++)
        {
            if (bin.Rows[s] > 0)
            {
                rows[s] -= bin.Rows[s];
                sum[s] -= bin.Sum[s];
                rows[s + step] += bin.Rows[s];
                sum[s + step] += bin.Sum[s];
            }
        }

        return (rows, sum);
    }
}
