namespace Kindred.Statistics.Survival;

/// <summary>How several events at one time enter the partial likelihood.</summary>
public enum CoxTies
{
    /// <summary>Efron (1977): close to the exact likelihood; the default.</summary>
    Efron,

    /// <summary>Breslow (1974): every event meets the whole risk set.</summary>
    Breslow,
}
