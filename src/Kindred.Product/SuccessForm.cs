using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Success;

namespace Kindred.Product;

/// <summary>What a team sets about its customers, as somebody typed it.</summary>
/// <param name="TierA">Whole number.</param>
/// <param name="TierB">Whole number.</param>
/// <param name="Alerts">Whole number.</param>
/// <param name="Points">Points of health by factor, in order.</param>
public sealed record SuccessForm(string TierA, string TierB, string Alerts, IReadOnlyList<string> Points)
{
    /// <summary>Settings as one types them.</summary>
    public static SuccessForm Of(WorkspaceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var weights = settings.Success.Weights;
        return new SuccessForm(Format.Whole(settings.TierA), Format.Whole(settings.TierB), Format.Whole(settings.AlertsPerWeek), [.. HealthWeights.Factors.Select(factor => Format.Whole(weights[factor]))]);
    }

    /// <summary>Reads what was typed into settings.</summary>
    /// <returns>The settings; refused: <c>settings.not-a-number</c>, <c>success.capacity</c>, <c>success.alerts</c>, <c>success.weights</c>, <c>success.weights-total</c>.</returns>
    public Result<WorkspaceSettings> Read(WorkspaceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var reasons = new List<Reason>();
        var read = settings with
        {
            TierA = Number(TierA, "A 등급", "Tier A", settings.TierA),
            TierB = Number(TierB, "B 등급", "Tier B", settings.TierB),
            AlertsPerWeek = Number(Alerts, "한 주 알림", "Alerts a week", settings.AlertsPerWeek),
        };
        var points = string.Join(",", HealthWeights.Factors.Select((factor, i) => HealthWeights.Id(factor) + "=" + (i < Points.Count ? Points[i].Trim() : "")));
        read = read with { HealthPoints = points == HealthWeights.Default.ToString() ? "" : points };
        var result = read.Checked();
        return reasons.Count == 0 ? result : Result.Refused<WorkspaceSettings>([.. reasons, .. result.Reasons]);

        int Number(string typed, string ko, string en, int otherwise)
        {
            if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }

            reasons.Add(new Reason("settings.not-a-number", typed, new Wording($"{ko}: '{typed}'은(는) 숫자가 아니에요. {Format.Whole(otherwise)}처럼 적어 주세요.", $"{en}: '{typed}' is not a number. Write it like {Format.Whole(otherwise)}.")));
            return otherwise;
        }
    }
}
