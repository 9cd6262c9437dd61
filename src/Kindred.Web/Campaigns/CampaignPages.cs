using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Campaigns;

/// <summary>Campaigns: what was sent to whom, and what came of it.</summary>
internal static class CampaignPages
{
    private const long LargestUpload = 8 << 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("campaigns", Permission.Look, request => Show(request, null, CampaignForm.Empty, []));
        routes.Upload("campaigns", Permission.ImportData, LargestUpload, AddAsync);
        routes.Form("campaigns/remove", Permission.ImportData, Remove);
    }

    private static IResult Show(PageRequest request, string? name, CampaignForm typed, IReadOnlyList<Reason> reasons)
    {
        var status = reasons.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        if (ReadingBoard.Of(request.Snapshot) is not { } board)
        {
            return request.View<CampaignsPage>(new CampaignsModel([], null, typed, reasons, false), status);
        }

        if (!ReadingCampaigns.Read(request.Snapshot.Folder).TryGet(out var all, out var trouble))
        {
            return request.Refuse(trouble, StatusCodes.Status503ServiceUnavailable);
        }

        var chosen = all.FirstOrDefault(campaign => campaign.Name == (name ?? request.Query("name"))) ?? (all.Count > 0 ? all[0] : null);
        return request.View<CampaignsPage>(new CampaignsModel(all, chosen is null ? null : StudyCampaign.Run(board.Book, request.Snapshot.Standing, chosen), typed, reasons, true)
        {
            Done = request.Query("done") switch
            {
                "added" => new Wording("캠페인을 넣었어요.", "The campaign is in."),
                "removed" => new Wording("캠페인을 지웠어요.", "The campaign was removed."),
                _ => null,
            },
        }, status);
    }

    private static async Task<IResult> AddAsync(PageRequest request, IFormCollection form)
    {
        var members = form["members"].ToString();
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            members += "\n" + await reader.ReadToEndAsync(request.Aborted);
        }

        var typed = new CampaignForm(form["name"].ToString(), form["channel"].ToString(), form["from"].ToString(), form["to"].ToString(), form["cost"].ToString(), form["currency"].ToString(), form["members"].ToString());
        if (!typed.Read(members).TryGet(out var campaign, out var reasons) || !ReadingCampaigns.Keep(request.Snapshot.Folder, campaign).TryGet(out _, out reasons))
        {
            return Show(request, null, typed, reasons);
        }

        return PageRequest.GoTo(Urls.With(Urls.Campaign(request.Page.Id, campaign.Name), ("done", "added")));
    }

    private static Task<IResult> Remove(PageRequest request, IFormCollection form) => Task.FromResult(
        ReadingCampaigns.Remove(request.Snapshot.Folder, form["name"].ToString()).TryGet(out _, out var reasons)
            ? PageRequest.GoTo(Urls.With(Urls.Campaigns(request.Page.Id), ("done", "removed")))
            : request.Refuse(reasons, StatusCodes.Status404NotFound));
}

/// <summary>A campaign as somebody typed it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Channel">Channel.</param>
/// <param name="From">First day, yyyy-MM-dd.</param>
/// <param name="To">Last day.</param>
/// <param name="Cost">Cost; empty for unknown.</param>
/// <param name="Currency">ISO currency of the cost.</param>
/// <param name="Members">Addresses, one a line.</param>
public sealed record CampaignForm(string Name, string Channel, string From, string To, string Cost, string Currency, string Members)
{
    /// <summary>Nothing typed.</summary>
    public static CampaignForm Empty { get; } = new("", "", "", "", "", "KRW", "");

    /// <summary>Reads it; every reason at once.</summary>
    /// <param name="members">Addresses, typed and uploaded.</param>
    /// <returns>The campaign; refused: <c>campaigns.day</c>, <c>campaigns.cost</c>, and what <see cref="Campaign.Of"/> refuses.</returns>
    public Result<Campaign> Read(string members)
    {
        var reasons = new List<Reason>();
        DateOnly from = Day(From), to = Day(To);
        Money? cost = null;
        if (Cost.Trim().Length > 0)
        {
            if (decimal.TryParse(Cost.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) && amount < 1_000_000_000_000m && Currency.Length == 3 && Currency.All(char.IsAsciiLetterUpper))
            {
                cost = Money.FromMajor(amount, Currency);
            }
            else
            {
                reasons.Add(new Reason("campaigns.cost", Cost, new Wording($"비용 '{Cost} {Currency}'을(를) 읽을 수 없어요. 3000000과 KRW처럼 적어 주세요.", $"A cost of '{Cost} {Currency}' cannot be read. Write it like 3000000 and KRW.")));
            }
        }

        if (reasons.Exists(reason => reason.Code == "campaigns.day"))
        {
            (from, to) = (DateOnly.MinValue, DateOnly.MinValue);
        }

        var read = Campaign.Of(Name, Channel, from, to, cost, members);
        return reasons.Count == 0 ? read : Result.Refused<Campaign>([.. reasons, .. read.Reasons]);

        DateOnly Day(string typed)
        {
            if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            reasons.Add(new Reason("campaigns.day", typed, new Wording($"'{typed}'은(는) 날짜가 아니에요. 2026-11-21처럼 적어 주세요.", $"'{typed}' is not a date. Write it like 2026-11-21.")));
            return default;
        }
    }
}

/// <summary>The page about campaigns.</summary>
/// <param name="All">Campaigns, newest first.</param>
/// <param name="Shown">The one that is shown; null without any.</param>
/// <param name="Typed">The form as typed.</param>
/// <param name="Reasons">Why it was not taken; empty at first.</param>
/// <param name="HasData">Whether anything is imported.</param>
public sealed record CampaignsModel(IReadOnlyList<Campaign> All, CampaignStudy? Shown, CampaignForm Typed, IReadOnlyList<Reason> Reasons, bool HasData)
{
    /// <summary>What was just done; null when nothing was.</summary>
    public Wording? Done { get; init; }
}
