namespace Kindred.Reports.Charts;

/// <summary>A share as a small zero-based bar for a row of a table. The number stands beside it as text, so screen readers skip the drawing.</summary>
public static class ShareBar
{
    private const double Width = 72;

    /// <summary>The drawing.</summary>
    /// <param name="share">0–1; outside it is cut.</param>
    public static Markup Render(double share)
    {
        var svg = new SvgWriter(Width);
        svg.Rect(0, 0, Width, 8, "track", 4);
        svg.Rect(0, 0, Width * Math.Clamp(double.IsNaN(share) ? 0 : share, 0, 1), 8, "fill", 4);
        return svg.Close(8, "share", null, "", "");
    }
}
