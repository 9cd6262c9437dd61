using System.Text.Json.Serialization;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Notifications;
using Kindred.Core.Reviews;

namespace Kindred.Product;

/// <summary>What the owner set about reviews and what is told about them.</summary>
public sealed record ReviewSettings
{
    /// <summary>Zone of a computer that keeps universal time, as most servers do.</summary>
    public const string HomeZone = "Asia/Seoul";

    /// <summary>Most addresses that are mailed.</summary>
    public const int MostRecipients = 50;

    /// <summary>Closed new-business deals since publication that a change takes, 40–10,000; 40 unless set.</summary>
    public int NewOutcomes { get; init; } = ProposeDecision.FewestOutcomes;

    /// <summary>Whether a note is made each Monday; true unless set.</summary>
    public bool HasMondayNote { get; init; } = true;

    /// <summary>Addresses that are mailed, parted by commas or line breaks; empty mails nobody.</summary>
    public string Recipients { get; init; } = "";

    /// <summary>How often news of reading is mailed; never unless set.</summary>
    public DigestCadence Digest { get; init; } = DigestCadence.Off;

    /// <summary>Language of the mails: ko or en; Korean unless set.</summary>
    public string MailLanguage { get; init; } = "ko";

    /// <summary>IANA name of the workspace's time zone; empty takes the computer's, and Seoul's where the computer keeps universal time.</summary>
    public string Zone { get; init; } = "";

    /// <summary>Language of the mails.</summary>
    [JsonIgnore]
    public Language Language => MailLanguage == "en" ? Language.English : Language.Korean;

    /// <summary>Addresses, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> To => NoteMails.Addresses(Recipients);

    /// <summary>The zone.</summary>
    /// <param name="machine">The computer's.</param>
    public TimeZoneInfo ZoneOn(TimeZoneInfo machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return Zone.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var chosen) ? chosen
            : machine.BaseUtcOffset != TimeSpan.Zero || machine.SupportsDaylightSavingTime ? machine
            : TimeZoneInfo.TryFindSystemTimeZoneById(HomeZone, out var home) ? home : machine;
    }

    /// <summary>What does not lie within its bounds.</summary>
    internal IEnumerable<Reason> Wrong()
    {
        if (NewOutcomes is < ProposeDecision.FewestOutcomes or > 10_000)
        {
            yield return Of("new-outcomes", Format.Whole(NewOutcomes), $"바꾸는 데 필요한 새 결과: {Format.Whole(NewOutcomes)}은(는) 쓸 수 없어요. {Format.Whole(ProposeDecision.FewestOutcomes)}부터 10000까지 적어 주세요.", $"New outcomes a change takes: {Format.Whole(NewOutcomes)} cannot be used. Write {Format.Whole(ProposeDecision.FewestOutcomes)} to 10000.");
        }

        foreach (var address in To.Where(address => !EmailAddress.Of(address).IsAccepted))
        {
            yield return Of("recipient", address, $"'{address}'은(는) 메일 주소가 아니에요. kim@example.co.kr처럼 적어 주세요.", $"'{address}' is no e-mail address. Write it like kim@example.com.");
        }

        if (To.Count > MostRecipients)
        {
            yield return Of("recipients", Format.Whole(To.Count), $"받는 사람은 {Format.Whole(MostRecipients)}명까지예요. 지금은 {Format.Whole(To.Count)}명이에요.", $"Up to {Format.Whole(MostRecipients)} people can be mailed; these are {Format.Whole(To.Count)}.");
        }

        if (Zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
        {
            yield return Of("zone", Zone, $"'{Zone}'이라는 시간대가 없어요. Asia/Seoul, America/New_York처럼 적어 주세요.", $"There is no time zone '{Zone}'. Write it like Asia/Seoul or America/New_York.");
        }

        if (MailLanguage is not ("ko" or "en"))
        {
            yield return Of("mail-language", MailLanguage, $"메일 언어 '{MailLanguage}'은(는) 쓸 수 없어요. ko나 en을 골라 주세요.", $"Mails cannot be written in '{MailLanguage}'. Choose ko or en.");
        }
    }

    private static Reason Of(string code, string subject, string ko, string en) => new("settings." + code, subject, new Wording(ko, en));
}
