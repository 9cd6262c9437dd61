using Kindred.Web.Hosting;

// Numbers, dates and sorting never depend on the machine.
System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
System.Globalization.CultureInfo.DefaultThreadCurrentUICulture = System.Globalization.CultureInfo.InvariantCulture;
return await Serve.RunAsync(args);
