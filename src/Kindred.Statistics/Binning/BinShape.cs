namespace Kindred.Statistics.Binning;

/// <summary>Shape the rates of ordered bins must have.</summary>
public enum BinShape
{
    /// <summary>None.</summary>
    Any,

    /// <summary>Rates never fall.</summary>
    Rising,

    /// <summary>Rates never rise.</summary>
    Falling,

    /// <summary>Rates never fall up to some bin and never rise after it.</summary>
    Peaked,
}
