/** Small runs that together use every activation, output, cost, kind of task and kind of input. */
export const variety = [
  "",
  "points=40&layers=",
  "data=spiral&points=60&layers=5,3&activations=relu,sigmoid",
  "data=xor&points=40&layers=3,3,3&activations=leakyRelu,elu,softplus&output=sigmoid&cost=crossEntropy&labelNoise=0.2",
  "data=moons&points=40&layers=4,3&activations=silu,gelu&output=softmax&cost=logLikelihood&features=x1,product,sinX2",
  "data=blobs&classes=4&points=60&layers=4&activations=sine",
  "data=rings&classes=3&points=50&layers=3&activations=linear&output=softmax&cost=quadratic",
  "data=pinwheel&classes=6&points=60&layers=3&activations=tanh&output=sigmoid&cost=meanSquared&features=cosX1,x1Squared,radius",
  "data=waves&points=50&layers=4&activations=tanh&cost=huber&labelNoise=0.5",
  "data=hills&points=50&layers=3&activations=sigmoid&output=tanh&cost=meanSquared&features=x2Squared,cosX2,sinX1,x2",
  "data=ownValues&own=-9,0,-1.5;-1,5.5,-0.25;0,1,0.5;1,0.5,1.25;2,0,2.75;3,-1,4&training=60&layers=3&batchSize=2",
];

export const penalised = "data=moons&points=60&layers=4,3&activations=sigmoid,relu&l1=0.01&l2=0.1";

export const runs = [...variety, penalised];
