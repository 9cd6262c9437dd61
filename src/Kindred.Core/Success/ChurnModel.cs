using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>How the churn model did on later months it had not seen.</summary>
/// <param name="From">First month end of the later part.</param>
/// <param name="Rows">Month ends of customers there.</param>
/// <param name="Customers">Customers there.</param>
/// <param name="Departures">Customers there that left within 90 days of one of them.</param>
/// <param name="Auc">Area under the ROC curve.</param>
/// <param name="AucLow">Lower end of its 95 % interval.</param>
/// <param name="AucHigh">Upper end.</param>
/// <param name="Slope">Calibration slope; 1 is perfect. Null where every probability is the same.</param>
/// <param name="SlopeLow">Lower end of its 95 % interval, by customers.</param>
/// <param name="SlopeHigh">Upper end.</param>
/// <param name="ExpectedError">Expected calibration error over ten bins.</param>
/// <param name="ExpectedErrorLimit">What a perfect model would stay below in 95 of 100 draws.</param>
/// <param name="Mean">Mean probability.</param>
/// <param name="Rate">Share that left.</param>
public sealed record ChurnQuality(DateOnly From, int Rows, int Customers, int Departures, double Auc, double AucLow, double AucHigh, double? Slope, double? SlopeLow, double? SlopeHigh, double ExpectedError, double ExpectedErrorLimit, double Mean, double Rate);

/// <summary>The model of leaving within 90 days, or why there is none.</summary>
/// <param name="IsProbability">True when probabilities may be shown; otherwise customers are only ranked by health.</param>
/// <param name="Said">What may be said, and why.</param>
/// <param name="Rows">Month ends of customers it learned from.</param>
/// <param name="Customers">Customers.</param>
/// <param name="Departures">Customers that left, seen at a month end before.</param>
/// <param name="Need">Departures needed.</param>
/// <param name="Quality">On later months; null where they hold too few departures.</param>
/// <param name="Fields">What it looks at, in words.</param>
/// <param name="Fall">What falls in use were followed by; null without a usage file.</param>
public sealed record ChurnModel(bool IsProbability, Wording Said, int Rows, int Customers, int Departures, int Need, ChurnQuality? Quality, IReadOnlyList<Wording> Fields, FallEvidence? Fall);

/// <summary>Why a probability is higher or lower than that of the customers on average.</summary>
/// <param name="Field">Id of the field.</param>
/// <param name="Label">Field and what it says of this customer.</param>
/// <param name="Odds">Odds against those of the average customer of now.</param>
public sealed record RiskReason(string Field, Wording Label, double Odds);

/// <summary>A customer's chance of leaving within 90 days.</summary>
/// <param name="Probability">Calibrated.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Reasons">What raises it, strongest first; at most three.</param>
public sealed record ChurnRisk(double Probability, double Low, double High, IReadOnlyList<RiskReason> Reasons);
