using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Documents.Sharing;

namespace Kindred.Web.Documents;

/// <summary>Options of a link as somebody typed them.</summary>
public sealed record LinkForm
{
    public string Label { get; init; } = "";

    public bool AskEmail { get; init; }

    public bool VerifyEmail { get; init; }

    public bool CaptureLead { get; init; }

    public string Allowed { get; init; } = "";

    public string Password { get; init; } = "";

    public bool DropPassword { get; init; }

    /// <summary>Day, yyyy-MM-dd; open to its end in UTC.</summary>
    public string Expires { get; init; } = "";

    public string MaxOpens { get; init; } = "";

    public bool AllowDownload { get; init; }

    public bool ForbidCopy { get; init; }

    public bool Watermark { get; init; }

    public bool AskConsent { get; init; }

    public bool Anonymous { get; init; }

    public string CtaLabel { get; init; } = "";

    public string CtaUrl { get; init; } = "";

    /// <summary>As sent.</summary>
    public static LinkForm Of(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        bool On(string name) => form[name] == "on";
        string Text(string name) => form[name].ToString();
        return new LinkForm
        {
            Label = Text("label"), AskEmail = On("ask-email"), VerifyEmail = On("verify-email"), CaptureLead = On("capture"), Allowed = Text("allowed"), Password = Text("password"), DropPassword = On("drop-password"), Expires = Text("expires"), MaxOpens = Text("max-opens"),
            AllowDownload = On("download"), ForbidCopy = On("forbid-copy"), Watermark = On("watermark"), AskConsent = On("consent"), Anonymous = On("anonymous"), CtaLabel = Text("cta-label"), CtaUrl = Text("cta-url"),
        };
    }

    /// <summary>As one would type a link's.</summary>
    public static LinkForm Of(ShareLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var options = link.Options;
        return new LinkForm
        {
            Label = link.Label, AskEmail = options.AskEmail, VerifyEmail = options.VerifyEmail, CaptureLead = options.CaptureLead, Allowed = string.Join('\n', options.Allowed), Expires = options.ExpiresAt is { } ends ? Format.Date(DateOnly.FromDateTime(ends.AddSeconds(-1).UtcDateTime)) : "",
            MaxOpens = options.MaxOpens is { } most ? Format.Whole(most) : "", AllowDownload = options.AllowDownload, ForbidCopy = options.ForbidCopy, Watermark = options.HasWatermark, AskConsent = options.AskConsent, Anonymous = options.IsAnonymous, CtaLabel = options.Cta?.Label ?? "", CtaUrl = options.Cta?.Url ?? "",
        };
    }

    /// <summary>Reads what was typed.</summary>
    /// <returns>The options; refused: <c>links.expires</c>, <c>links.max-opens</c>, <c>links.anonymous</c>, and what lists and buttons refuse. Every reason at once.</returns>
    public Result<ShareOptions> Read()
    {
        var reasons = new List<Reason>();
        var allowed = Take(AllowList.Read(Allowed), reasons) ?? [];
        var cta = Take(CallToAction.Read(CtaLabel, CtaUrl), reasons);
        DateTimeOffset? ends = null;
        if (Expires.Trim().Length > 0)
        {
            if (DateOnly.TryParseExact(Expires.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            {
                ends = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            }
            else
            {
                reasons.Add(new Reason("links.expires", Expires, new Wording($"'{Expires}'은(는) 날짜가 아니에요. 2027-01-31처럼 적어 주세요.", $"'{Expires}' is not a date. Write it like 2027-01-31.")));
            }
        }

        int? most = null;
        if (MaxOpens.Trim().Length > 0)
        {
            if (int.TryParse(MaxOpens.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1_000_000)
            {
                most = count;
            }
            else
            {
                reasons.Add(new Reason("links.max-opens", MaxOpens, new Wording($"열 수 있는 횟수 '{MaxOpens}'은(는) 1 이상의 숫자여야 해요.", $"The number of openings '{MaxOpens}' has to be a whole number from 1.")));
            }
        }

        if (Anonymous && (AskEmail || VerifyEmail || CaptureLead || Watermark))
        {
            reasons.Add(new Reason("links.anonymous", "anonymous", new Wording("누구인지 남기지 않는 링크는 이메일·이름을 묻거나 열람자를 새길 수 없어요. 한쪽을 꺼 주세요.", "A link that tracks without identity cannot ask for an address or a name, nor burn in who reads. Turn one of them off.")));
        }

        return reasons.Count > 0 ? Result.Refused<ShareOptions>(reasons) : Result.Accepted(new ShareOptions
        {
            AskEmail = AskEmail, VerifyEmail = VerifyEmail, CaptureLead = CaptureLead, Allowed = allowed, ExpiresAt = ends, MaxOpens = most, AllowDownload = AllowDownload, ForbidCopy = ForbidCopy, HasWatermark = Watermark, AskConsent = AskConsent, IsAnonymous = Anonymous, Cta = cta,
        });
    }

    private static T? Take<T>(Result<T> result, List<Reason> reasons)
    {
        if (result.TryGet(out var value, out var why))
        {
            return value;
        }

        reasons.AddRange(why);
        return default;
    }
}
