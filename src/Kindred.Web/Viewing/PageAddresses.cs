using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Documents.Rendering;
using Kindred.Documents.Sharing;
using Kindred.Web.Shell;

namespace Kindred.Web.Viewing;

/// <summary>Addresses of page pictures: signed for one viewer, link, version, page and width, for five minutes. Anybody else, any other page and any later time get nothing.</summary>
internal static class PageAddresses
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public static string Make(LinkDesk desk, SharedLink link, Viewer viewer, int version, int page, int width, DateTimeOffset now)
    {
        var ends = (now + Lasts).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return $"{Urls.View(link.Link.Token)}/p/{Format.Whole(version)}-{Format.Whole(page)}-{Format.Whole(width)}.jpg?e={ends}&s={desk.Seals.Of("page", Parts(link, viewer, version, page, width, ends))}";
    }

    /// <summary>Whether an address holds now.</summary>
    public static bool Holds(LinkDesk desk, SharedLink link, Viewer viewer, int version, int page, int width, string ends, string seal, DateTimeOffset now) =>
        desk.Seals.Fits(seal, "page", Parts(link, viewer, version, page, width, ends)) && long.TryParse(ends, NumberStyles.None, CultureInfo.InvariantCulture, out var until) && now.ToUnixTimeMilliseconds() < until;

    /// <summary>Reads "2-13-960.jpg".</summary>
    public static (int Version, int Page, int Width)? Read(string name) =>
        name.EndsWith(".jpg", StringComparison.Ordinal) && name[..^4].Split('-') is [var version, var page, var width]
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var v) && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var p) && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var w)
            && PagePictures.Widths.Contains(w) ? (v, p, w) : null;

    private static string[] Parts(SharedLink link, Viewer viewer, int version, int page, int width, string ends) =>
        [viewer.Id, link.Link.Id, Format.Whole(link.Link.Revision), Format.Whole(version), Format.Whole(page), Format.Whole(width), ends];
}
