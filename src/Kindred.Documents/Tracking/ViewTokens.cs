using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Documents.Sharing;

namespace Kindred.Documents.Tracking;

/// <summary>The token a browser shows with every beat: which view of which link it belongs to, and until when. Signed, so a beat needs no look-up and a token of one link is none of another.</summary>
public sealed class ViewTokens(Seals seals)
{
    /// <summary>How long a view may send beats.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    /// <summary>A token.</summary>
    public string Make(string view, string link, DateTimeOffset startedAt)
    {
        var ends = (startedAt + Lasts).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return view + "." + ends + "." + seals.Of("view", view, link, ends);
    }

    /// <summary>When the view of a token that was read began.</summary>
    public static DateTimeOffset StartOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(token.Split('.')[1], NumberStyles.None, CultureInfo.InvariantCulture)) - Lasts;
    }

    /// <summary>The view of a token.</summary>
    /// <param name="token">As sent.</param>
    /// <param name="link">Link of the address it was sent to.</param>
    /// <param name="now">Now.</param>
    /// <returns>Id of the view; refused: <c>tracking.token</c> (not ours, or of another link), <c>tracking.token-old</c>.</returns>
    public Result<string> Read(string token, string link, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Split('.') is not [{ Length: 32 } view, { Length: <= 15 } ends, var tag] || !seals.Fits(tag, "view", view, link, ends) || !long.TryParse(ends, NumberStyles.None, CultureInfo.InvariantCulture, out var until))
        {
            return Result.Refused<string>("tracking.token", "token", "이 링크의 열람이 아니에요.", "This is no view of this link.");
        }

        return now.ToUnixTimeMilliseconds() < until ? Result.Accepted(view) : Result.Refused<string>("tracking.token-old", "token", "열람 시간이 지났어요. 새로 고쳐 주세요.", "The view has ended. Reload the page.");
    }
}
