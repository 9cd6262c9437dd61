using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Notifications;

namespace Kindred.Product;

/// <summary>Settings about reviews and mails as somebody typed them.</summary>
/// <param name="Days">Days between reviews.</param>
/// <param name="NewOutcomes">Whole number.</param>
/// <param name="Note">Whether a Monday note is made.</param>
/// <param name="Recipients">Addresses.</param>
/// <param name="Digest">off, daily or weekly.</param>
/// <param name="MailLanguage">ko or en.</param>
/// <param name="Zone">Name of a time zone; empty for the computer's.</param>
public sealed record ReviewSettingsForm(string Days, string NewOutcomes, bool Note, string Recipients, string Digest, string MailLanguage, string Zone)
{
    /// <summary>As one would type them.</summary>
    public static ReviewSettingsForm Of(WorkspaceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var reviews = settings.Reviews;
        return new ReviewSettingsForm(Format.Whole(settings.ReviewDays), Format.Whole(reviews.NewOutcomes), reviews.HasMondayNote, reviews.Recipients, CodeOf(reviews.Digest), reviews.MailLanguage, reviews.Zone);
    }

    /// <summary>Code of a cadence.</summary>
    public static string CodeOf(DigestCadence digest) => digest.ToString().ToLowerInvariant();

    /// <summary>Reads what was typed; everything else stays.</summary>
    /// <returns>The settings; refused: <c>settings.not-a-number</c>, and what <see cref="WorkspaceSettings.Checked"/> refuses. Every reason at once.</returns>
    public Result<WorkspaceSettings> Read(WorkspaceSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var reasons = new List<Reason>();
        var read = before with
        {
            ReviewDays = Number(Days, "점검 주기(일)", "Days between reviews", 90),
            Reviews = before.Reviews with
            {
                NewOutcomes = Number(NewOutcomes, "바꾸는 데 필요한 새 결과", "New outcomes a change takes", before.Reviews.NewOutcomes),
                HasMondayNote = Note,
                Recipients = string.Join(", ", NoteMails.Addresses(Recipients)),
                Digest = Enum.TryParse<DigestCadence>(Digest, ignoreCase: true, out var digest) && Enum.IsDefined(digest) ? digest : DigestCadence.Off,
                MailLanguage = MailLanguage,
                Zone = Zone.Trim(),
            },
        };
        var result = read.Checked();
        return reasons.Count == 0 ? result : Result.Refused<WorkspaceSettings>([.. reasons, .. result.Reasons]);

        int Number(string typed, string ko, string en, int otherwise)
        {
            if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < 1_000_000)
            {
                return value;
            }

            reasons.Add(new Reason("settings.not-a-number", typed, new Wording($"{ko}: '{typed}'은(는) 숫자가 아니에요. {Format.Whole(otherwise)}처럼 적어 주세요.", $"{en}: '{typed}' is not a number. Write it like {Format.Whole(otherwise)}.")));
            return otherwise;
        }
    }
}
