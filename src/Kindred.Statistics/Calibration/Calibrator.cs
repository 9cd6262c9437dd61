namespace Kindred.Statistics.Calibration;

/// <summary>Turns log-odds a model claims into a probability; strictly increasing.</summary>
public abstract class Calibrator
{
    /// <summary>platt, beta, spline or isotonic-platt.</summary>
    public abstract string Method { get; }

    /// <summary>Calibrated log-odds.</summary>
    public abstract double LogOdds(double claimed);

    /// <summary>Calibrated probability.</summary>
    public double Probability(double claimed) => Regression.CodedLogistic.Sigmoid(LogOdds(claimed));
}
