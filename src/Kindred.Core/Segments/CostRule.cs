namespace Kindred.Core.Segments;

/// <summary>How spend is shared out over the customers it may have brought.</summary>
public enum CostRule
{
    /// <summary>Each channel's spend over the customers it brought, the whole span lagged by the channel's sales cycle.</summary>
    Channel,

    /// <summary>Each channel's spend of a month over the customers it brought a sales cycle later; a month without one passes its spend on to the next.</summary>
    Month,

    /// <summary>All spend over all customers won.</summary>
    Even,
}
