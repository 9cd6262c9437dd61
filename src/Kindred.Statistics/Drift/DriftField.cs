namespace Kindred.Statistics.Drift;

/// <summary>A column of two samples laid end to end: the rows of the first sample, then those of the second.</summary>
public sealed class DriftField
{
    private DriftField(int[]? codes, double[]? values, int levels) => (Codes, Values, Levels) = (codes, values, levels);

    /// <summary>Level of each row, 0 ≤ code &lt; <see cref="Levels"/>; null for numbers.</summary>
    public int[]? Codes { get; }

    /// <summary>Number of each row, NaN where it is missing; null for categories.</summary>
    public double[]? Values { get; }

    /// <summary>Levels of a category; 0 for numbers.</summary>
    public int Levels { get; }

    /// <summary>Rows of both samples.</summary>
    public int Rows => Codes?.Length ?? Values!.Length;

    /// <summary>A category. A missing value is a level like any other.</summary>
    /// <param name="codes">One a row, 0 ≤ code &lt; levels; not modified.</param>
    /// <param name="levels">≥ 1.</param>
    public static DriftField Category(int[] codes, int levels)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        if (codes.Any(code => code < 0 || code >= levels))
        {
            throw new ArgumentOutOfRangeException(nameof(codes), "A code lies outside the levels.");
        }

        return new DriftField(codes, null, levels);
    }

    /// <summary>A number. NaN is a missing value; that it is missing is compared too.</summary>
    /// <param name="values">One a row; not modified.</param>
    public static DriftField Number(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Any(double.IsInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(values), "A value is infinite.");
        }

        return new DriftField(null, values, 0);
    }
}
