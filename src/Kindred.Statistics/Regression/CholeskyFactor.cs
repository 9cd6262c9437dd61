using System.Numerics;

namespace Kindred.Statistics.Regression;

/// <summary>Cholesky factor of a symmetric positive definite matrix, row by row in one array. O(n³/3).</summary>
public sealed class CholeskyFactor
{
    private readonly double[] _lower;
    private readonly int _size;

    private CholeskyFactor(double[] lower, int size)
    {
        _lower = lower;
        _size = size;
    }

    /// <summary>Factors a matrix of which the lower triangle is read; null where it is not positive definite.</summary>
    /// <param name="matrix">size × size, row-major; not modified.</param>
    /// <param name="size">Rows.</param>
    public static CholeskyFactor? Of(ReadOnlySpan<double> matrix, int size)
    {
        var lower = matrix[..(size * size)].ToArray();
        for (var i = 0; i < size; i++)
        {
            var row = lower.AsSpan(i * size, size);
            for (var j = 0; j <= i; j++)
            {
                var other = lower.AsSpan(j * size, j);
                var sum = row[j] - Dot(row[..j], other);
                if (j < i)
                {
                    row[j] = sum / lower[j * size + j];
                }
                else if (sum > 0)
                {
                    row[i] = Math.Sqrt(sum);
                }
                else
                {
                    return null;
                }
            }
        }

        return new CholeskyFactor(lower, size);
    }

    /// <summary>Solves matrix · x = right.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        var x = right.ToArray();
        for (var i = 0; i < _size; i++)
        {
            x[i] = (x[i] - Dot(_lower.AsSpan(i * _size, i), x.AsSpan(0, i))) / _lower[i * _size + i];
        }

        for (var i = _size - 1; i >= 0; i--)
        {
            x[i] /= _lower[i * _size + i];
            var value = x[i];
            for (var j = 0; j < i; j++)
            {
                x[j] -= _lower[i * _size + j] * value;
            }
        }

        return x;
    }

    /// <summary>Inverse, row-major.</summary>
    public double[] Inverse()
    {
        var inverse = new double[_size * _size];
        var unit = new double[_size];
        for (var i = 0; i < _size; i++)
        {
            Array.Clear(unit);
            unit[i] = 1;
            Solve(unit).CopyTo(inverse.AsSpan(i * _size));
        }

        return inverse;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var wide = Vector<double>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            wide += new Vector<double>(a[i..]) * new Vector<double>(b[i..]);
        }

        var sum = Vector.Sum(wide);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
