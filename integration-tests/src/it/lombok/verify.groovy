String log = new File(basedir, 'build.log').text
assert log.split('Tests run: 5, Failures: 0, Errors: 0, Skipped: 0(?!,)').length - 1 == 2 : 'see build.log'
