using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Segments;

/// <summary>A target people often use, with who said so and when. Never a result to expect.</summary>
/// <param name="Id">Stable id: churn-small, churn-large, clv-to-cac, payback, …</param>
/// <param name="Measure">logo-churn, clv-to-cac or payback.</param>
/// <param name="EmployeesFrom">Smallest company it is for.</param>
/// <param name="EmployeesBelow">First size it is not for; infinity without a limit.</param>
/// <param name="Low">Least value that meets it, or null.</param>
/// <param name="High">Largest value that meets it, or null.</param>
/// <param name="Label">For people.</param>
/// <param name="Source">Who said so.</param>
/// <param name="Year">When.</param>
/// <param name="IsTarget">True for the ones segments are judged by; others are shown beside.</param>
public sealed record Benchmark(string Id, string Measure, double EmployeesFrom, double EmployeesBelow, double? Low, double? High, Wording Label, string Source, int Year, bool IsTarget)
{
    /// <summary>Header of the table.</summary>
    public const string Header = "id,measure,employees_from,employees_below,low,high,target,year,ko,en,source";

    private static readonly Lazy<IReadOnlyList<Benchmark>> LazyShipped = new(() => [.. ReferenceFile.Rows("segment-benchmarks.csv").Select(row => Read(row)!)]);

    /// <summary>The table that is shipped (segment-benchmarks.csv).</summary>
    public static IReadOnlyList<Benchmark> Shipped => LazyShipped.Value;

    /// <summary>Reads an edited table: CSV text with the header <see cref="Header"/>; no cell holds a comma.</summary>
    /// <returns>The table; refused: <c>segments.benchmark-header</c>, or <c>segments.benchmark-row</c> for each row that cannot be read.</returns>
    public static Result<IReadOnlyList<Benchmark>> Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var first = csv.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim().TrimStart('\uFEFF')).FirstOrDefault(line => line.Length > 0) ?? "";
        if (!string.Equals(first.Replace(" ", "", StringComparison.Ordinal), Header, StringComparison.OrdinalIgnoreCase))
        {
            return Result.Refused<IReadOnlyList<Benchmark>>("segments.benchmark-header", first, $"기준표의 첫 줄이 '{first}'이에요. {Header} 여야 해요.", $"The first line of the benchmarks is '{first}'. It has to be {Header}.");
        }

        var rows = csv.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (Line: line.Trim(), Number: index + 1)).Where(row => row.Line.Length > 0).Skip(1).Select(row => (row.Line, row.Number, Read: Read(row.Line.Split(',', StringSplitOptions.TrimEntries)))).ToArray();
        var reasons = rows.Where(row => row.Read is null).Select(row => new Reason("segments.benchmark-row", "row " + Format.Whole(row.Number), new Wording(
            $"기준표 {Format.Whole(row.Number)}번째 줄 '{row.Line}'을(를) 읽을 수 없어요. {Header} 순서로 적고, measure는 logo-churn, clv-to-cac, payback 가운데 하나예요.",
            $"Row {Format.Whole(row.Number)} of the benchmarks, '{row.Line}', cannot be read. Write {Header}; measure is logo-churn, clv-to-cac or payback."))).ToArray();
        return reasons.Length > 0 ? Result.Refused<IReadOnlyList<Benchmark>>(reasons) : Result.Accepted<IReadOnlyList<Benchmark>>([.. rows.Select(row => row.Read!)]);
    }

    /// <summary>As a row of the table.</summary>
    public string ToCsv() => string.Join(',', Id, Measure, EmployeesFrom > 0 ? Format.Number(EmployeesFrom) : "", double.IsFinite(EmployeesBelow) ? Format.Number(EmployeesBelow) : "",
        Low is { } low ? Format.Number(low) : "", High is { } high ? Format.Number(high) : "", IsTarget ? "yes" : "no", Format.Whole(Year), Label.Ko, Label.En, Source);

    /// <summary>Whether a value meets it.</summary>
    public bool IsMetBy(double value) => !(value < Low) && !(value > High);

    private static Benchmark? Read(string[] row)
    {
        if (row.Length != 11 || row[1] is not ("logo-churn" or "clv-to-cac" or "payback") || !int.TryParse(row[7], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || row.Take(2).Concat(row.Skip(8)).Any(cell => cell.Length == 0))
        {
            return null;
        }

        var numbers = row[2..6].Select(cell => cell.Length == 0 ? double.NaN : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.PositiveInfinity).ToArray();
        return Array.Exists(numbers, double.IsInfinity) || (double.IsNaN(numbers[2]) && double.IsNaN(numbers[3])) || numbers[2] > numbers[3]
            ? null
            : new Benchmark(row[0], row[1], double.IsNaN(numbers[0]) ? 0 : numbers[0], double.IsNaN(numbers[1]) ? double.PositiveInfinity : numbers[1], Known(numbers[2]), Known(numbers[3]), new Wording(row[8], row[9]), row[10], year, row[6] is "yes" or "1" or "true");
    }

    private static double? Known(double number) => double.IsNaN(number) ? null : number;
}
