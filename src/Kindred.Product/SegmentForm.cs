using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Segments;

namespace Kindred.Product;

/// <summary>What a team assumes about its segments, as somebody typed it.</summary>
/// <param name="Margin">Gross margin in percent.</param>
/// <param name="Discount">Discount a year in percent.</param>
/// <param name="Horizon">Months a customer's value is counted over.</param>
/// <param name="Benchmarks">Targets and benchmarks as CSV.</param>
public sealed record SegmentForm(string Margin, string Discount, string Horizon, string Benchmarks)
{
    /// <summary>Settings as one types them.</summary>
    public static SegmentForm Of(WorkspaceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var own = settings.Segments;
        return new SegmentForm(Format.Number(Math.Round(100 * own.Margin, 6)), Format.Number(Math.Round(100 * own.DiscountPerYear, 6)), Format.Whole(own.HorizonMonths), own.Benchmarks.Length > 0 ? own.Benchmarks : Shipped);
    }

    /// <summary>The table that is shipped, as one types it.</summary>
    public static string Shipped { get; } = string.Join('\n', [Benchmark.Header, .. Benchmark.Shipped.Select(one => one.ToCsv())]);

    /// <summary>Reads what was typed into settings.</summary>
    /// <returns>The settings; refused: <c>settings.not-a-number</c>, <c>segments.margin</c>, <c>segments.discount</c>, <c>segments.horizon</c>, <c>segments.benchmark-row</c>, <c>segments.benchmark-header</c>.</returns>
    public Result<WorkspaceSettings> Read(WorkspaceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var reasons = new List<Reason>();
        var table = Benchmarks.ReplaceLineEndings("\n").Trim();
        var read = settings with
        {
            Segments = new SegmentSettings
            {
                Margin = Number(Margin, "이익률", "Margin", 80) / 100,
                DiscountPerYear = Number(Discount, "할인율", "Discount", 10) / 100,
                HorizonMonths = (int)Math.Clamp(Math.Round(Number(Horizon, "개월 수", "Months", 60)), -1, 100_000),
                Benchmarks = table == Shipped ? "" : table,
            },
        };
        var result = read.Checked();
        return reasons.Count == 0 ? result : Result.Refused<WorkspaceSettings>([.. reasons, .. result.Reasons]);

        double Number(string typed, string ko, string en, double otherwise)
        {
            if (double.TryParse(typed.Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            {
                return value;
            }

            reasons.Add(new Reason("settings.not-a-number", typed, new Wording($"{ko}: '{typed}'은(는) 숫자가 아니에요. {Format.Number(otherwise)}처럼 적어 주세요.", $"{en}: '{typed}' is not a number. Write it like {Format.Number(otherwise)}.")));
            return otherwise;
        }
    }
}
