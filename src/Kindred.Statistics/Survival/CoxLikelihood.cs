namespace Kindred.Statistics.Survival;

/// <summary>Log partial likelihood with its derivatives at a point.</summary>
/// <param name="LogLikelihood">Value.</param>
/// <param name="Gradient">First derivatives.</param>
/// <param name="Information">Negative second derivatives, row-major and full.</param>
internal sealed record CoxPoint(double LogLikelihood, double[] Gradient, double[] Information);

/// <summary>The partial likelihood in one pass from the longest time to the shortest, during which the risk set only grows.</summary>
internal sealed class CoxLikelihood(CoxRows rows, CoxTies ties)
{
    private readonly int _size = rows.Size;
    private readonly double[] _weights = new double[rows.Count];

    public CoxPoint At(double[] beta)
    {
        var shift = Weigh(beta);
        double log = 0, s0 = 0, d0;
        int p = _size, packed = p * (p + 1) / 2;
        double[] gradient = new double[p], information = new double[packed], s1 = new double[p], s2 = new double[packed], d1 = new double[p], d2 = new double[packed], mean = new double[p];
        var (times, happened, values) = (rows.Times, rows.Happened, rows.Values);
        for (var start = 0; start < times.Length;)
        {
            var time = times[start];
            var end = start;
            var died = 0;
            d0 = 0;
            for (; end < times.Length && times[end].Equals(time); end++)
            {
                var row = values.AsSpan(end * p, p);
                var weight = _weights[end];
                s0 += weight;
                Add(row, weight, s1, s2);
                if (happened[end] == 1)
                {
                    if (died++ == 0)
                    {
                        Array.Clear(d1);
                        Array.Clear(d2);
                    }

                    d0 += weight;
                    log += Dot(row, beta) - shift;
                    for (var j = 0; j < p; j++)
                    {
                        gradient[j] += row[j];
                    }

                    if (ties == CoxTies.Efron)
                    {
                        Add(row, weight, d1, d2);
                    }
                }
            }

            if (died == 1 || (died > 0 && ties == CoxTies.Breslow))
            {
                log -= died * Math.Log(s0);
                Take(died, 1 / s0, 0, s1, s2, d1, d2, mean, gradient, information);
            }
            else
            {
                for (var k = 0; k < died; k++)
                {
                    var share = (double)k / died;
                    var sum = s0 - share * d0;
                    log -= Math.Log(sum);
                    Take(1, 1 / sum, share, s1, s2, d1, d2, mean, gradient, information);
                }
            }

            start = end;
        }

        return new CoxPoint(log, gradient, Full(information));
    }

    /// <summary>Cumulative hazard at the covariates' means, from the shortest time on.</summary>
    public IReadOnlyList<(double Time, double Hazard)> Baseline(double[] beta)
    {
        var shift = Weigh(beta);
        var steps = new List<(double Time, double Hazard)>();
        double s0 = 0;
        for (var start = 0; start < rows.Count;)
        {
            int end = start, died = 0;
            double d0 = 0;
            for (; end < rows.Count && rows.Times[end].Equals(rows.Times[start]); end++)
            {
                s0 += _weights[end];
                died += rows.Happened[end];
                d0 += rows.Happened[end] * _weights[end];
            }

            double step = 0;
            for (var k = 0; k < died; k++)
            {
                step += Math.Exp(-shift) / (s0 - (ties == CoxTies.Efron ? (double)k / died * d0 : 0));
            }

            if (died > 0)
            {
                steps.Add((rows.Times[start], step));
            }

            start = end;
        }

        steps.Reverse();
        double sum = 0;
        return [.. steps.Select(step => (step.Time, sum += step.Hazard))];
    }

    /// <summary>exp(xβ − shift) of every row, the shift being the largest xβ, so that nothing overflows.</summary>
    private double Weigh(double[] beta)
    {
        var shift = double.NegativeInfinity;
        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] = Dot(rows.Values.AsSpan(i * _size, _size), beta);
            shift = Math.Max(shift, _weights[i]);
        }

        for (var i = 0; i < _weights.Length; i++)
        {
            _weights[i] = Math.Exp(_weights[i] - shift);
        }

        return shift;
    }

    private static void Add(ReadOnlySpan<double> row, double weight, double[] first, double[] second)
    {
        var at = 0;
        for (var j = 0; j < row.Length; j++)
        {
            var part = weight * row[j];
            first[j] += part;
            for (var k = 0; k <= j; k++)
            {
                second[at++] += part * row[k];
            }
        }
    }

    private static void Take(double times, double inverse, double share, double[] s1, double[] s2, double[] d1, double[] d2, double[] mean, double[] gradient, double[] information)
    {
        var at = 0;
        for (var j = 0; j < s1.Length; j++)
        {
            mean[j] = share == 0 ? s1[j] * inverse : (s1[j] - share * d1[j]) * inverse;
            gradient[j] -= times * mean[j];
            for (var k = 0; k <= j; k++, at++)
            {
                var second = share == 0 ? s2[at] : s2[at] - share * d2[at];
                information[at] += times * (second * inverse - mean[j] * mean[k]);
            }
        }
    }

    private double[] Full(double[] packed)
    {
        var full = new double[_size * _size];
        for (int j = 0, at = 0; j < _size; j++)
        {
            for (var k = 0; k <= j; k++, at++)
            {
                full[j * _size + k] = full[k * _size + j] = packed[at];
            }
        }

        return full;
    }

    private static double Dot(ReadOnlySpan<double> a, double[] b)
    {
        double sum = 0;
        for (var j = 0; j < a.Length; j++)
        {
            sum += a[j] * b[j];
        }

        return sum;
    }
}
