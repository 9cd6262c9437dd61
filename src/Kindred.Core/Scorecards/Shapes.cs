using Kindred.Statistics.Binning;

namespace Kindred.Core.Scorecards;

/// <summary>Declared directions as shapes of rates.</summary>
internal static class Shapes
{
    public static BinShape Of(CardDirection direction) => direction switch
    {
        CardDirection.Rising => BinShape.Rising,
        CardDirection.Falling => BinShape.Falling,
        CardDirection.Peaked => BinShape.Peaked,
        _ => BinShape.Any,
    };
}
