using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Product;

/// <summary>Settings as somebody typed them.</summary>
/// <param name="Currency">Three letters; empty for the commonest.</param>
/// <param name="Rates">Rows since,from,to,rate; empty for none.</param>
/// <param name="BandScheme">Name of a band scheme.</param>
/// <param name="ReviewDays">Whole number of days.</param>
/// <param name="HoursPerLead">Number of hours.</param>
/// <param name="CapacityPercent">Whole percent; empty for a quarter.</param>
/// <param name="KeepUndoneDays">Whole number of days.</param>
public sealed record SettingsForm(string Currency, string Rates, string BandScheme, string ReviewDays, string HoursPerLead, string CapacityPercent, string KeepUndoneDays)
{
    private const string Header = "since,from,to,rate";

    /// <summary>Settings as one types them.</summary>
    public static SettingsForm Of(WorkspaceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new SettingsForm(settings.Currency ?? "", settings.Rates, settings.BandScheme, Format.Whole(settings.ReviewDays), Format.Number(settings.HoursPerLead), settings.Capacity is { } share ? Format.Number(Math.Round(100 * share, 2)) : "", Format.Whole(settings.KeepUndoneDays));
    }

    /// <summary>Reads what was typed.</summary>
    /// <returns>The settings; refused: <c>settings.not-a-number</c>, and what <see cref="WorkspaceSettings.Checked"/> refuses. Every reason at once.</returns>
    public Result<WorkspaceSettings> Read()
    {
        var reasons = new List<Reason>();
        var read = new WorkspaceSettings
        {
            Currency = Currency.Trim() is { Length: > 0 } code ? code.ToUpperInvariant() : null,
            Rates = WithHeader(Rates.ReplaceLineEndings("\n").Trim()),
            BandScheme = BandScheme,
            ReviewDays = (int)Number(ReviewDays, "점검 주기(일)", "Days between reviews", isWhole: true, WorkspaceSettings.Defaults.ReviewDays),
            HoursPerLead = Number(HoursPerLead, "리드 하나에 드는 시간", "Hours per lead", isWhole: false, WorkspaceSettings.Defaults.HoursPerLead),
            Capacity = CapacityPercent.Trim().Length == 0 ? null : Number(CapacityPercent, "맡을 수 있는 리드 비율(%)", "Share of leads you can work (%)", isWhole: false, 25) / 100,
            KeepUndoneDays = (int)Number(KeepUndoneDays, "되돌린 가져오기를 두는 날", "Days undone imports are kept", isWhole: true, WorkspaceSettings.Defaults.KeepUndoneDays),
        };
        var result = read.Checked();
        return reasons.Count == 0 ? result : Result.Refused<WorkspaceSettings>([.. reasons, .. result.Reasons]);

        double Number(string typed, string ko, string en, bool isWhole, double otherwise)
        {
            if (double.TryParse(typed.Trim(), isWhole ? NumberStyles.None : NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1e6)
            {
                return value;
            }

            reasons.Add(new Reason("settings.not-a-number", typed, new Wording($"{ko}: '{typed}'은(는) 숫자가 아니에요. {Format.Number(otherwise)}처럼 적어 주세요.", $"{en}: '{typed}' is not a number. Write it like {Format.Number(otherwise)}.")));
            return otherwise;
        }
    }

    /// <summary>People paste rows without the header; the format has one.</summary>
    private static string WithHeader(string rows) => rows.Length == 0 || rows.StartsWith("since", StringComparison.OrdinalIgnoreCase) ? rows : Header + "\n" + rows;
}
