using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>A score with what unknown fields leave open (hatched) and the cut. The numbers stand beside it as text, so screen readers skip the drawing.</summary>
/// <param name="Expected">Expected score, 0–100.</param>
/// <param name="Low">Lowest possible.</param>
/// <param name="High">Highest possible.</param>
/// <param name="Cut">Score from which a lead is worked.</param>
public sealed record ScoreSpan(double Expected, int Low, int High, int Cut)
{
    private const double Width = 240;

    /// <summary>The drawing; small for a row of a list, else with its scale.</summary>
    public Markup Render(Language language, bool isSmall)
    {
        var svg = new SvgWriter(Width);
        var middle = isSmall ? 10 : 11;
        svg.Rect(0, middle - 3, Width, 6, "track", 3);
        svg.Rect(X(Low), middle - 5, Math.Max(2, X(High) - X(Low)), 10, "unknown", 2);
        svg.Line(X(Cut), 0, X(Cut), isSmall ? 20 : 22, "cut");
        svg.Circle(Math.Clamp(X(Expected), 5, Width - 5), middle, 5, "at");
        if (!isSmall)
        {
            svg.Text(0, 34, "0", "t-tick");
            svg.Text(X(Cut), 34, (language == Language.Korean ? "기준 " : "cut ") + Format.Whole(Cut), "t-tick", "middle");
            svg.Text(Width, 34, "100", "t-tick", "end");
        }

        return svg.Close(isSmall ? 20 : 36, isSmall ? "span small" : "span", null, "", "");
    }

    private static double X(double score) => Math.Clamp(score, 0, 100) * Width / 100;
}
