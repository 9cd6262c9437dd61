using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kindred.Statistics.Survival;

/// <summary>Log partial likelihood with its derivatives at a point.</summary>
/// <param name="LogLikelihood">Value.</param>
/// <param name="Gradient">First derivatives.</param>
/// <param name="Information">Negative second derivatives, row-major and full.</param>
/// <param name="Sums">Σ w z zᵀ over all rows, from the diagonal on; with all coefficients 0 the sums of products.</param>
internal sealed record CoxPoint(double LogLikelihood, double[] Gradient, double[] Information, double[] Sums);

/// <summary>
/// The partial likelihood in one pass from the longest time to the shortest, during which the risk set only grows. Sums over the risk set are one matrix Σ w z zᵀ, z = (1, x): its first row holds Σw and Σwx.
/// Matrices are symmetric and kept from the diagonal on: of each row the vectors that hold it or lie to its right.
/// </summary>
internal sealed class CoxLikelihood(CoxRows rows, CoxTies ties)
{
    private const int Block = 256;
    private const double SafeExponent = 300;
    private readonly int _size = rows.Size;
    private readonly int _stride = rows.Stride;
    private readonly double[] _weights = new double[rows.Count];
    private readonly double[] _linear = new double[rows.Count];
    private readonly double[] _beta = new double[rows.Stride];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CoxPoint At(double[] beta)
    {
        var (shift, ready) = (Shift(beta), 0);
        int stride = _stride, lines = _size + 1;
        double[] sums = new double[lines * stride], tied = new double[lines * stride], information = new double[lines * stride], gradient = new double[stride];
        var (times, happened, values) = (rows.Times, rows.Happened, rows.Values);
        double log = 0;
        for (var start = 0; start < times.Length;)
        {
            var time = times[start];
            int end = start, died = 0;

            // Efron asks for the sums of the tied by themselves: gathered once, and then added to the others.
            var isTied = ties == CoxTies.Efron && start + 1 < times.Length && times[start + 1] == time;
            if (isTied)
            {
                Array.Clear(tied);
            }

            for (; end < times.Length && times[end] == time; end++)
            {
                if (end == ready)
                {
                    ready = Weigh(ready, shift);
                }

                var at = end * stride;
                Add(values, at, _weights[end], isTied && happened[end] == 1 ? tied : sums, stride, lines);
                if (happened[end] == 1)
                {
                    died++;
                    log += _linear[end] - shift;
                    for (var j = 0; j < stride; j += Vector<double>.Count)
                    {
                        Store(Load(gradient, j) + Load(values, at + j), gradient, j);
                    }
                }
            }

            for (var j = 0; isTied && died > 0 && j < sums.Length; j += Vector<double>.Count)
            {
                Store(Load(sums, j) + Load(tied, j), sums, j);
            }

            if (died == 1 || (died > 0 && ties == CoxTies.Breslow))
            {
                log -= died * Math.Log(sums[0]);
                Take(died, sums, stride, lines, gradient, information);
            }
            else if (died > 1)
            {
                log -= Efron(died, sums, tied, gradient, information);
            }

            start = end;
        }

        return new CoxPoint(log, gradient[1..lines], Inner(information), sums);
    }

    /// <summary>Cumulative hazard at the covariates' means, from the shortest time on.</summary>
    public IReadOnlyList<(double Time, double Hazard)> Baseline(double[] beta)
    {
        var shift = Shift(beta);
        for (var ready = 0; ready < rows.Count; ready = Weigh(ready, shift))
        {
            // Block by block.
        }

        var steps = new List<(double Time, double Hazard)>();
        double s0 = 0;
        for (var start = 0; start < rows.Count;)
        {
            int end = start, died = 0;
            double d0 = 0;
            for (; end < rows.Count && rows.Times[end] == rows.Times[start]; end++)
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

    /// <summary>sums += weight · z zᵀ, from the diagonal on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(double[] values, int at, double weight, double[] sums, int stride, int lines)
    {
        for (var line = 0; line < lines; line++)
        {
            var part = new Vector<double>(weight * values[at + line]);
            for (var j = line & -Vector<double>.Count; j < stride; j += Vector<double>.Count)
            {
                Store(Load(sums, line * stride + j) + part * Load(values, at + j), sums, line * stride + j);
            }
        }
    }

    /// <summary>times · (S2/S0 − S1 S1ᵀ/S0²) to the information, −times · S1/S0 to the gradient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(double times, double[] sums, int stride, int lines, double[] gradient, double[] information)
    {
        double single = 1 / sums[0], inverse = times * single;
        for (var j = 0; j < stride; j += Vector<double>.Count)
        {
            var first = Load(sums, j) * inverse;
            Store(Load(gradient, j) - first, gradient, j);
            for (var line = 1; line < Math.Min(lines, j + Vector<double>.Count); line++)
            {
                var at = line * stride + j;
                Store(Load(information, at) + Load(sums, at) * inverse - first * (sums[line] * single), information, at);
            }
        }
    }

    /// <summary>Tied events one after the other, each with a share of the tied taken from the risk set. Returns the sum of logarithms.</summary>
    private double Efron(int died, double[] sums, double[] tied, double[] gradient, double[] information)
    {
        // One divisor for each event, but the same matrices: Σ 1/s, Σ k/s … of the divisors is all that is needed.
        double a = 0, b = 0, aa = 0, ab = 0, bb = 0, log = 0;
        for (var k = 0; k < died; k++)
        {
            double share = (double)k / died, inverse = 1 / (sums[0] - share * tied[0]);
            log -= Math.Log(inverse);
            a += inverse;
            b += share * inverse;
            aa += inverse * inverse;
            ab += share * inverse * inverse;
            bb += share * share * inverse * inverse;
        }

        for (var j = 0; j <= _size; j++)
        {
            gradient[j] -= a * sums[j] - b * tied[j];
            for (var line = 1; line <= j; line++)
            {
                var at = line * _stride + j;
                information[at] += a * sums[at] - b * tied[at] - aa * sums[line] * sums[j] + ab * (sums[line] * tied[j] + tied[line] * sums[j]) - bb * tied[line] * tied[j];
            }
        }

        return log;
    }

    /// <summary>What is taken off xβ so that nothing overflows: nothing where it cannot, else the largest xβ.</summary>
    private double Shift(double[] beta)
    {
        Array.Clear(_beta);
        beta.CopyTo(_beta, 1);
        if (beta.Zip(rows.Largest, (b, largest) => Math.Abs(b) * largest).Sum() < SafeExponent)
        {
            return 0;
        }

        var shift = double.NegativeInfinity;
        for (var i = 0; i < rows.Count; i++)
        {
            shift = Math.Max(shift, Linear(i));
        }

        return shift;
    }

    /// <summary>xβ and exp(xβ − shift) of the next rows; returns the first row not yet done. In blocks, so that a row is still at hand when it joins the risk set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Weigh(int from, double shift)
    {
        var to = Math.Min(rows.Count, from + Block);
        for (var i = from; i < to; i++)
        {
            _linear[i] = Linear(i);
        }

        var largest = new Vector<double>(shift);
        var done = from;
        for (; done <= to - Vector<double>.Count; done += Vector<double>.Count)
        {
            Vector.Exp(new Vector<double>(_linear, done) - largest).CopyTo(_weights, done);
        }

        for (; done < to; done++)
        {
            _weights[done] = Math.Exp(_linear[done] - shift);
        }

        return to;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Linear(int row)
    {
        var sum = Vector<double>.Zero;
        for (var j = 0; j < _beta.Length; j += Vector<double>.Count)
        {
            sum += Load(rows.Values, row * _stride + j) * Load(_beta, j);
        }

        return Vector.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Load(double[] from, int at) => Vector.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector<double> value, double[] to, int at) => value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(to), (nuint)at);

    private double[] Inner(double[] information)
    {
        var full = new double[_size * _size];
        for (var j = 0; j < _size; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                full[j * _size + k] = full[k * _size + j] = information[(k + 1) * _stride + j + 1];
            }
        }

        return full;
    }
}
